import { Problem } from '../problem.ts';
import { readOutput, run } from '../process/run.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand } from './find-command.ts';

let listsAreFresh = false;

/**
 * Installs packages of Debian or Ubuntu.
 * @param choices for each need the packages that meet it, the preferred one first
 * @returns false when this system has no apt-get or this user may not use it; the caller then says what is missing
 * @throws Problem when apt-get itself fails
 */
export async function installSystemPackages(
  choices: readonly (readonly string[])[],
  { log, signal }: SetUpOptions,
): Promise<boolean> {
  const asRoot = await prefixForRoot();
  if (asRoot === undefined || findCommand(['apt-get']) === undefined) return false;

  async function aptGet(...args: readonly string[]): Promise<void> {
    const [command = '', ...rest] = [...(asRoot ?? []), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    await run({ command, args: rest, signal });
  }

  if (!listsAreFresh) {
    // One source that can't be read is no reason to stop: the packages may come from another.
    await aptGet('update').catch((error: unknown) => log(noteOf(error)));
    listsAreFresh = true;
  }
  const packages = await Promise.all(choices.map(firstAvailable));
  log(`Installing ${packages.join(', ')} …`);
  await aptGet('install', '-y', '--no-install-recommends', ...packages);
  return true;
}

/** What makes a command run as root; undefined when a password would be asked for. */
async function prefixForRoot(): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  return (await readOutput({ command: 'sudo', args: ['-n', 'true'] })) === undefined ? undefined : ['sudo', '-n'];
}

function noteOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  throw error;
}

async function firstAvailable(names: readonly string[]): Promise<string> {
  for (const name of names) {
    const policy = await readOutput({ command: 'apt-cache', args: ['policy', name] });
    if (policy !== undefined && /Candidate: (?!\(none\))/.test(policy)) return name;
  }
  return names[0] ?? '';
}
