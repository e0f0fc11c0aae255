import { readFileSync } from 'node:fs';
import { Problem } from '../../problem.ts';

/** What USER_HZ is on every Linux: see time(7). */
const TICKS_PER_SECOND = 100;

/**
 * The CPU time that a process has used so far with all its threads, in milliseconds: its own and the kernel's for it.
 * @throws Problem where there is no /proc
 */
export function processCpuMillis(pid: number): number {
  try {
    return parseCpuMillis(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Problem('The CPU time of the server can only be read on Linux, from /proc.');
  }
}

/** Fields 14 and 15, utime and stime, of proc_pid_stat(5). The name in brackets may hold blanks and brackets. */
export function parseCpuMillis(stat: string): number {
  const fromState = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fromState[11]) + Number(fromState[12])) * 1000) / TICKS_PER_SECOND;
}
