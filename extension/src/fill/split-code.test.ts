import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCode } from './split-code.ts';

test.each([
  ['012345', [-1], ['012345']],
  ['012345', [7], ['012345']],
  ['012345', [1, 1, 1, 1, 1, 1], ['0', '1', '2', '3', '4', '5']],
  ['012345', [6, 1, 1, 1, 1, 1], ['0', '1', '2', '3', '4', '5']],
  ['012345', [-1, -1, -1, -1, -1, -1], ['0', '1', '2', '3', '4', '5']],
  ['R7K2P', [1, 1, 1, 1, 1], ['R', '7', 'K', '2', 'P']],
  ['012345', [3, 3], ['012', '345']],
  ['01234567', [4, 4], ['0123', '4567']],
])('%s into boxes of %j', (code, maxLengths, texts) => {
  expect(splitCode(code, maxLengths)).toEqual(texts);
});

test.each([
  ['01234567', [1, 1, 1, 1, 1, 1]],
  ['012345', [1, 1, 1, 1]],
  ['012345', [4]],
  ['012345', [-1, -1]],
  ['012345', []],
])('%s does not fit into boxes of %j, so no part of it is written', (code, maxLengths) => {
  expect(splitCode(code, maxLengths)).toBeUndefined();
});

test('whatever the boxes, the texts in order are the code and none is longer than its box', () => {
  const codes = fc.stringMatching(/^\d{4,10}$/);
  fc.assert(
    fc.property(codes, fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 10 }), (code, maxLengths) => {
      const texts = splitCode(code, maxLengths);
      if (texts === undefined) return;
      expect(texts.join('')).toBe(code);
      expect(texts.every((text, box) => text.length <= maxLengths[box]!)).toBe(true);
    }),
  );
});
