import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BadCorpus, type ScoreResult } from '../score.ts';
import { importsScore } from './imports-score.ts';

const RIGHT = {
  id: 'list/one.txt',
  file: 'one.txt',
  source: { project: 'made here' },
  entries: [
    {
      issuer: 'Shop',
      account: 'ann',
      secretHex: '3132333435363738393031323334353637383930',
      type: 'totp',
      algorithm: 'SHA1',
      digits: 8,
      period: 30,
      code: '94287082',
    },
  ],
};
const WRONG = { id: 'list/wrong', file: 'one.txt', error: 'corrupt', notes: 'of another kind' };

let corpusDir: string;
beforeEach(() => {
  corpusDir = mkdtempSync(join(tmpdir(), 'lifeguard-imports-'));
  const uri = 'otpauth://totp/Shop:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8';
  writeFileSync(join(corpusDir, 'one.txt'), uri);
});
afterEach(() => rmSync(corpusDir, { recursive: true }));

async function score(expected: unknown, only?: string): Promise<ScoreResult> {
  writeFileSync(join(corpusDir, 'expected.json'), JSON.stringify(expected));
  return importsScore.run({ corpusDir, only });
}

test('each case is right, or wrong with its reason', async () => {
  expect(await score({ codeTime: 59, cases: [RIGHT, WRONG] })).toMatchObject({
    total: 2,
    right: 1,
    wrong: [{ id: 'list/wrong', why: 'was accepted, not refused as corrupt' }],
    figures: { importMedianInMillis: expect.any(Number), importSlowestInMillis: expect.any(Number) },
  });
});

test.each([
  ['list/one', 1],
  ['made here', 1],
  ['another kind', 0],
])('a tag selects by id, source or notes: %s', async (only, right) => {
  expect(await score({ codeTime: 59, cases: [RIGHT, WRONG] }, only)).toMatchObject({ total: 1, right });
});

test.each<[string, unknown, string]>([
  ['without cases', { codeTime: 59 }, 'has no list named "cases"'],
  ['without the time of the codes', { cases: [RIGHT] }, 'has no number named "codeTime"'],
  ['with a case that is none', { codeTime: 59, cases: [{ id: 'x' }] }, 'has not the form of one'],
  ['with a file that is not there', { codeTime: 59, cases: [{ ...RIGHT, file: 'two.txt' }] }, "can't be read"],
])('a corpus %s is a bad one', async (_name, expected, sentence) => {
  const run = score(expected);
  await expect(run).rejects.toThrow(BadCorpus);
  await expect(run).rejects.toThrow(sentence);
});
