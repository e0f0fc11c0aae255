import { expect, test } from 'vitest';
import { RunningParts } from './running-parts.ts';

test('the last part that was started ends first, and each ends once', async () => {
  const parts = new RunningParts();
  const ended: string[] = [];
  for (const name of ['inbox', 'server', 'browser']) parts.add(async () => void ended.push(name));
  await parts.end();
  await parts.end();
  expect(ended).toEqual(['browser', 'server', 'inbox']);
});

test('a part that fails to end does not keep the others running', async () => {
  const parts = new RunningParts();
  const ended: string[] = [];
  parts.add(async () => void ended.push('inbox'));
  parts.add(() => Promise.reject(new Error('stuck')));
  await expect(parts.end()).rejects.toMatchObject({ errors: [new Error('stuck')] });
  expect(ended).toEqual(['inbox']);
});
