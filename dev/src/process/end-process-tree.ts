import { setTimeout as delay } from 'node:timers/promises';
import { processTree, stillRunning } from './process-tree.ts';

const POLL_IN_MILLIS = 50;

export interface EndProcessTreeOptions {
  readonly pid: number;
  /** How long the processes may take to end by themselves after SIGTERM. */
  readonly graceInMillis: number;
}

/** Ends a process with all that it started: SIGTERM, and SIGKILL for what is left after the grace. Returns when all are gone. */
export async function endProcessTree({ pid, graceInMillis }: EndProcessTreeOptions): Promise<void> {
  const tree = processTree(pid);
  signalAll(tree, 'SIGTERM');
  if (await allEnd(tree, graceInMillis)) return;
  // A child that was born after the first look descends from one that still runs.
  const left = [...new Set([...stillRunning(tree), ...stillRunning(tree).flatMap((parent) => processTree(parent))])];
  signalAll(left, 'SIGKILL');
  if (!(await allEnd(left, graceInMillis))) throw new Error(`the processes ${left.join(', ')} do not end`);
}

/** For the last moment of this process, where nothing can be waited for. */
export function killProcessTree(pid: number): void {
  signalAll(processTree(pid), 'SIGKILL');
}

async function allEnd(pids: readonly number[], withinMillis: number): Promise<boolean> {
  const deadline = performance.now() + withinMillis;
  while (stillRunning(pids).length > 0) {
    if (performance.now() > deadline) return false;
    await delay(POLL_IN_MILLIS);
  }
  return true;
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // It has ended in the meantime, which is what was wanted.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
