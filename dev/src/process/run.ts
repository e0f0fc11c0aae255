import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Problem } from '../problem.ts';

/** A command of the set-up. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a command to its end. All that it prints goes to standard error, because standard output belongs to results.
 * @throws Problem when the command fails
 */
export async function run({ command, args, cwd, env, signal }: Command): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', process.stderr, process.stderr],
    signal,
  });
  const [status, endedBy] = (await once(child, 'exit').catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new Problem(`${command} could not be started: ${(error as Error).message}`);
  })) as [number | null, string | null];
  signal?.throwIfAborted();
  if (status === 0) return;
  const how = status === null ? `was ended by ${endedBy}` : `failed with exit status ${status}`;
  throw new Problem(`\`${[command, ...args].join(' ')}\` ${how}: what it printed above says why.`);
}

/** What a short command prints, on either stream; undefined when it can't be started or fails. */
export async function readOutput({ command, args, env }: Command): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, args, { env: { ...process.env, ...env }, timeout: 30_000 }, (error, stdout, stderr) => {
      resolve(error ? undefined : stdout + stderr);
    });
  });
}
