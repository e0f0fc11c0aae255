import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { endProcessTree, killProcessTree } from './end-process-tree.ts';

const STOP_GRACE_IN_MILLIS = 20_000;

/** A program that serves until it is stopped, with all that it started. */
export interface Server {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Whom it runs as; this user when left out. */
  readonly account?: Account | undefined;
}

/** A user of the system, by numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Starts a server with its output in a file. If this process ends first, the server ends with it. */
export function spawnServer({ command, args, logFile, env, cwd, account }: ServerCommand): Server {
  const output = openSync(logFile, 'w');
  const child = spawn(command, args, { env, cwd, ...account, stdio: ['ignore', output, output] });
  closeSync(output);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started`);
  const killWithUs = (): void => killProcessTree(pid);
  process.once('exit', killWithUs);
  const ended = once(child, 'exit').then(() => undefined);

  async function stop(): Promise<void> {
    // A script may run the server as its child or become it.
    await endProcessTree({ pid: pid as number, graceInMillis: STOP_GRACE_IN_MILLIS });
    await ended;
    process.off('exit', killWithUs);
  }

  return { process: child, pid, ended, stop };
}
