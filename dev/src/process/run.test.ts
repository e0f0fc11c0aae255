import { expect, test } from 'vitest';
import { readOutput, run } from './run.ts';

test('a command that fails is one sentence with the command and its exit status', async () => {
  await expect(run({ command: 'sh', args: ['-c', 'exit 3'] })).rejects.toMatchObject({
    name: 'Problem',
    message: '`sh -c exit 3` failed with exit status 3: what it printed above says why.',
  });
});

test('a command that does not exist is one sentence', async () => {
  await expect(run({ command: 'no-such-command', args: [] })).rejects.toThrow('no-such-command could not be started');
});

test('a lifetime that ends, ends the command', async () => {
  const lifetime = new AbortController();
  const running = run({ command: 'sleep', args: ['60'], signal: lifetime.signal });
  lifetime.abort(new Error('ended'));
  await expect(running).rejects.toThrow('ended');
});

test('both streams of a short command are read, and a failing one has no output', async () => {
  expect(await readOutput({ command: 'sh', args: ['-c', 'echo out; echo err >&2'] })).toBe('out\nerr\n');
  expect(await readOutput({ command: 'sh', args: ['-c', 'echo out; exit 1'] })).toBeUndefined();
});
