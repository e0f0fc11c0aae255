import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { endProcessTree, killProcessTree } from '../process/end-process-tree.ts';

const STOP_GRACE_IN_MILLIS = 20_000;

/** Keycloak's script with all that it started. */
export interface Server {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ServerCommand {
  readonly home: string;
  readonly logFile: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Starts `kc.sh` with its output in a file. If this process ends first, the server ends with it. */
export function spawnServer({ home, logFile, args, env }: ServerCommand): Server {
  const output = openSync(logFile, 'w');
  const child = spawn('sh', [join(home, 'bin', 'kc.sh'), ...args], { env, stdio: ['ignore', output, output] });
  closeSync(output);
  const { pid } = child;
  if (pid === undefined) throw new Error('sh could not be started');
  const killWithUs = (): void => killProcessTree(pid);
  process.once('exit', killWithUs);
  const ended = once(child, 'exit').then(() => undefined);
  async function stop(): Promise<void> {
    // kc.sh runs Java as its child or, after a build, becomes it.
    await endProcessTree({ pid: pid as number, graceInMillis: STOP_GRACE_IN_MILLIS });
    await ended;
    process.off('exit', killWithUs);
  }
  return { process: child, pid, ended, stop };
}
