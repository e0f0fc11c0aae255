import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runScore, type ScoreRequest } from './run-score.ts';
import { SCORES } from './scores.ts';

const RIGHT = {
  id: 'm1',
  uri: 'otpauth://totp/RFC%206238:x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8&digits=6',
  expect: {
    type: 'totp',
    issuer: 'RFC 6238',
    account: 'x',
    secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    secretHex: '3132333435363738393031323334353637383930',
    algorithm: 'SHA1',
    digits: 8,
    period: 30,
    codes: { 59: '94287082' },
  },
  warn: 'duplicate-parameter',
  note: 'first wins',
  source: 'made here',
};
const WRONG = { ...RIGHT, id: 'm2', expect: { ...RIGHT.expect, codes: { 59: '00000000' } }, note: 'a code, changed' };
const HUGE = {
  id: 3,
  uriBuild: { prefix: 'otpauth://totp/x?secret=', repeat: 'A', count: 1_000_000, suffix: '' },
  expect: { error: 'too-long' },
};

let corpus: string;
beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), 'lifeguard-score-'));
  writeFileSync(join(corpus, 'vectors.json'), JSON.stringify({ vectors: [RIGHT, WRONG, HUGE] }));
});
afterEach(() => {
  rmSync(corpus, { recursive: true });
});

interface Run {
  readonly exitCode: number;
  readonly printed: readonly string[];
  readonly complaints: readonly string[];
}

async function run(request: Partial<ScoreRequest>): Promise<Run> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const exitCode = await runScore(
    { name: 'otpauth', corpus, json: undefined, only: undefined, unexpected: [], ...request },
    {
      scores: SCORES,
      print: (line) => printed.push(line),
      complain: (sentence) => complaints.push(sentence),
    },
  );
  return { exitCode, printed, complaints };
}

test('a run with wrong cases is still a run: one line for each of them, a sum, and exit code 0', async () => {
  const { exitCode, printed, complaints } = await run({});
  expect(exitCode).toBe(0);
  expect(complaints).toEqual([]);
  expect(printed).toEqual(['wrong m2: the code at 59 s differs', expect.stringMatching(/^otpauth: 2 of 3 right; .*/)]);
});

test('--json writes name, sums, the wrong cases and the figures', async () => {
  const json = join(corpus, 'result.json');
  await run({ json });
  expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual({
    name: 'otpauth',
    total: 3,
    right: 2,
    wrong: [{ id: 'm2', why: 'the code at 59 s differs' }],
    figures: {
      parseMedianInMicros: expect.any(Number),
      parseP99InMicros: expect.any(Number),
      warningsExpected: 2,
      warningsGiven: 2,
    },
  });
});

test.each([
  ['m1', '1 of 1'],
  ['m', '1 of 2'],
  ['3', '1 of 1'],
  ['changed', '0 of 1'],
  ['first wins', '1 of 1'],
  ['made', '1 of 2'],
])('--only %s selects by id, note or source', async (only, sum) => {
  const { printed } = await run({ only });
  expect(printed.at(-1)).toContain(`otpauth: ${sum} right`);
});

describe('refuses in one sentence and with exit code 2', () => {
  test.each<[string, Partial<ScoreRequest>, RegExp]>([
    ['no name', { name: undefined }, /^Name the score to run: otpauth, imports, otp-fields, qr\.$/],
    ['an unknown score', { name: 'otp' }, /^There is no score "otp"/],
    [
      'a browser that it does not run in',
      { browser: 'firefox' },
      /does not run in the browser "firefox": it needs none/,
    ],
    ['a part of what is always taken whole', { every: '3' }, /^The score "otpauth" takes all cases\.$/],
    ['a part that is no number', { name: 'otp-fields', every: '0' }, /--every 3/],
    ['no corpus', { corpus: undefined }, /--corpus DIR/],
    ['--corpus without a folder', { corpus: '' }, /--corpus DIR/],
    ['a corpus that is no folder', { corpus: '/nowhere' }, /is not a folder/],
    ['a tag that selects nothing', { only: 'irst' }, /is selected by "irst"/],
    ['an option that it has not', { unexpected: ['--josn'] }, /doesn't know --josn/],
    ['a result file that it cannot write', { json: '/nowhere/result.json' }, /can't be written/],
  ])('%s', async (_name, request, sentence) => {
    const { exitCode, complaints } = await run(request);
    expect(exitCode).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(sentence)]);
  });

  test.each<[string, string | undefined, RegExp]>([
    ['a folder without vectors.json', undefined, /there is none at/],
    ['vectors.json that is not JSON', '{', /is not JSON/],
    ['vectors.json without a list of vectors', '[]', /has no list named "vectors"/],
    ['an empty list', '{"vectors":[]}', /^No vector of .* is selected\.$/],
    ['a vector without a text', '{"vectors":[{"id":"m1","expect":{"error":"empty"}}]}', /^Vector 1 of /],
    ['a vector that is none', '{"vectors":[null]}', /^Vector 1 of /],
  ])('%s', async (_name, content, sentence) => {
    if (content === undefined) rmSync(join(corpus, 'vectors.json'));
    else writeFileSync(join(corpus, 'vectors.json'), content);
    const { exitCode, complaints } = await run({});
    expect(exitCode).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(sentence)]);
  });
});
