import { expect, test } from 'vitest';
import { parseHistogramTotal } from './heap.ts';

test('the total of a class histogram is its bytes', () => {
  const histogram =
    ' num     #instances         #bytes  class name\n   1:        10           240  java.lang.String\nTotal            10           240\n';
  expect(parseHistogramTotal(histogram)).toBe(240);
  expect(() => parseHistogramTotal('')).toThrow('no total');
});
