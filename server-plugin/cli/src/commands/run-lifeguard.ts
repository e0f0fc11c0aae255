import { stripVTControlCharacters } from 'node:util';
import { type ArgsDef, type CommandDef, renderUsage, runCommand, runMain } from 'citty';
import { OperatorError } from '../operator-error.ts';
import { EXIT_CODE } from './exit-code.ts';
import { lifeguard } from './lifeguard.ts';

const SHOWS_AND_ENDS = ['--help', '-h', '--version', '-v'];

/** Runs the command line. A failure prints its one sentence on standard error; only a fault of this program prints a stack. */
export async function runLifeguard(rawArgs: string[]): Promise<void> {
  if (rawArgs.some((arg) => SHOWS_AND_ENDS.includes(arg)))
    return runMain(lifeguard, { rawArgs, showUsage: printUsage });
  try {
    await runCommand(lifeguard, { rawArgs });
  } catch (error) {
    process.exitCode = EXIT_CODE.failed;
    if (error instanceof OperatorError) console.error(error.message);
    else if (error instanceof Error && error.name === 'CLIError')
      console.error(`${plain(error.message).replace(/\.$/, '')}: see --help.`);
    else throw error;
  }
}

async function printUsage<Args extends ArgsDef>(command: CommandDef<Args>, parent?: CommandDef<Args>): Promise<void> {
  const usage = await renderUsage(command, parent);
  console.log(process.stdout.isTTY ? usage : plain(usage));
}

/** citty colours its texts whether or not a terminal reads them. */
function plain(text: string): string {
  return stripVTControlCharacters(text);
}
