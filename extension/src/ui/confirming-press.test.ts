import { expect, test } from 'vitest';
import { isConfirmingPress } from './confirming-press.ts';

test.each([
  ['a click', 1, 500, true],
  ['a key', 0, 500, true],
  ['a click before the question can be read', 1, 499, false],
  ['a key before the question can be read', 0, 0, false],
  ['the end of a double click', 2, 120, false],
  ['the end of a slow double click', 2, 800, false],
  ['one of many quick clicks', 5, 2000, false],
])('%s', (_what, detail, sinceQuestionInMillis, confirms) => {
  expect(isConfirmingPress({ detail, sinceQuestionInMillis })).toBe(confirms);
});
