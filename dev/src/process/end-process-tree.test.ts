import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endProcessTree } from './end-process-tree.ts';
import { processTree, stillRunning } from './process-tree.ts';

/** Starts a shell and waits until it has said that it is ready. */
async function shell(script: string): Promise<ChildProcess & { readonly pid: number }> {
  const child = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child as ChildProcess & { readonly pid: number };
}

test('a process ends with its children and grandchildren', async () => {
  const child = await shell('sh -c "sleep 60 & echo ready; wait" & wait');
  const tree = processTree(child.pid);
  expect(tree.length).toBeGreaterThanOrEqual(3);
  await endProcessTree({ pid: child.pid, graceInMillis: 5_000 });
  expect(stillRunning(tree)).toEqual([]);
});

test('a process that ignores SIGTERM is killed after the grace', async () => {
  const child = await shell('trap "" TERM; echo ready; while :; do sleep 1; done');
  const ended = once(child, 'exit');
  await endProcessTree({ pid: child.pid, graceInMillis: 200 });
  expect(await ended).toEqual([null, 'SIGKILL']);
});

test('a process that has ended already is no failure', async () => {
  const child = await shell('echo ready');
  if (child.exitCode === null) await once(child, 'exit');
  await endProcessTree({ pid: child.pid, graceInMillis: 200 });
});
