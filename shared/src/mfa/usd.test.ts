import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatUsd, parseUsd } from './usd.ts';

test('what is written is read back, to the millionth', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999_999_999 }), (microUsd) => {
      expect(parseUsd(formatUsd(microUsd))).toBe(microUsd);
    }),
  );
});

test.each([
  ['1', 1_000_000],
  ['1.00', 1_000_000],
  ['0.00645', 6_450],
  ['0.000001', 1],
])('%s is %i millionths', (text, microUsd) => {
  expect(parseUsd(text)).toBe(microUsd);
});

test.each(['', '-1', '+1', '1,00', '$1', '1.', '.5', '1e3', '0.0000001', '1000000000', ' 1', '٣'])(
  '%j is no amount',
  (text) => {
    expect(parseUsd(text)).toBeUndefined();
  },
);

test.each([
  [1_000_000, '1.00'],
  [6_450, '0.00645'],
  [100_000, '0.10'],
  [0, '0.00'],
])('%i millionths are written %s', (microUsd, text) => {
  expect(formatUsd(microUsd)).toBe(text);
});
