import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly isZombie: boolean;
}

/** A process and all that descend from it, parents first; those that have ended are not among them. */
export function processTree(root: number): readonly number[] {
  const running = runningProcesses().filter((process) => !process.isZombie);
  const tree = running.filter((process) => process.pid === root).map((process) => process.pid);
  // The list grows while it is walked.
  for (const parent of tree) tree.push(...running.filter((process) => process.parent === parent).map(({ pid }) => pid));
  return tree;
}

/** Which of these processes still run. A zombie has ended: only its parent has not taken note yet. */
export function stillRunning(pids: readonly number[]): readonly number[] {
  const running = new Set(runningProcesses().flatMap((process) => (process.isZombie ? [] : [process.pid])));
  return pids.filter((pid) => running.has(pid));
}

function runningProcesses(): readonly RunningProcess[] {
  return existsSync('/proc/self/stat')
    ? readProc()
    : parsePs(execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }));
}

/** `ps` is not installed everywhere on Linux, /proc is. */
function readProc(): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .flatMap((pid) => {
      const stat = readStat(pid);
      return stat === undefined ? [] : [parseProcStat(stat)];
    });
}

function readStat(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined; // It ended between the listing and the reading.
  }
}

/** `pid (name) state ppid …`; the name may hold blanks and brackets. See proc_pid_stat(5). */
export function parseProcStat(stat: string): RunningProcess {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid: Number.parseInt(stat, 10), parent: Number(afterName[1]), isZombie: afterName[0] === 'Z' };
}

export function parsePs(text: string): readonly RunningProcess[] {
  return [...text.matchAll(/^\s*(\d+)\s+(\d+)\s+(\S+)/gm)].map(([, pid, parent, state]) => ({
    pid: Number(pid),
    parent: Number(parent),
    isZombie: state?.startsWith('Z') === true,
  }));
}
