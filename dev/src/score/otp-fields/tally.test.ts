import { expect, test } from 'vitest';
import type { Label } from './label.ts';
import type { Outcome, Verdict } from './outcome.ts';
import { figuresOf, linesOf } from './tally.ts';

function judged(
  expected: Label['expect'],
  verdict: Verdict,
  { isWrong = false, folder = 'synthetic', tag = 'a' } = {},
) {
  const label: Label = {
    file: `${folder}/x.html`,
    origin: 'https://x.example',
    targets: [],
    expect: expected,
    tags: [tag],
  };
  const outcome: Outcome = { verdict, isWrong, kinds: { right: 1, of: 2 }, why: '' };
  return { label, outcome };
}

const RUN = [
  judged('fill', 'hit'),
  judged('fill', 'hit'),
  judged('fill', 'miss', { tag: 'b' }),
  judged('nothing', 'untouched', { folder: 'captured' }),
  judged('nothing', 'false-fill', { isWrong: true, tag: 'c' }),
  judged('ask', 'asked'),
];

test('each share is of the pages that it is about; precision is of all that was filled', () => {
  expect(figuresOf(RUN)).toEqual({
    recall: 0.6667,
    precision: 0.6667,
    neverViolations: 1,
    nothingRight: 0.5,
    askRight: 1,
    kindsRight: 0.5,
  });
});

test('a hit that also wrote elsewhere is no precise one', () => {
  expect(figuresOf([judged('fill', 'hit', { isWrong: true })])).toMatchObject({ precision: 0, neverViolations: 1 });
});

test('captured and synthetic pages apart, and the tags that are not all right', () => {
  expect(linesOf(RUN)).toEqual([
    expect.stringMatching(/^synthetic: 3 of 5 right; recall 0\.6667; /),
    expect.stringMatching(/^captured: 1 of 1 right; /),
    'tag b: 0 of 1 right',
    'tag c: 0 of 1 right',
  ]);
});
