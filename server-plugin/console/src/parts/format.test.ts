import { expect, test } from 'vitest';
import { formatCountry, formatMoment, formatMonth, formatShare, formatUsd } from './format.ts';

test.each([
  [0, '$0.00'],
  [8_100, '$0.0081'],
  [1_000_000, '$1.00'],
  [1_234_567_890, '$1,234.57'],
])('%i micro-USD are %s', (micros, shown) => expect(formatUsd(micros)).toBe(shown));

test('months, moments, shares and countries are said as people say them', () => {
  expect(formatMonth('2026-11')).toBe('November 2026');
  expect(formatMoment(Date.UTC(2026, 10, 25, 15, 4))).toMatch(/^Nov 25, 2026, 3:04\sPM UTC$/);
  expect(formatShare(1, 3)).toBe('33.3%');
  expect(formatShare(0, 0)).toBe('0%');
  expect(formatCountry('DE')).toBe('Germany');
  expect(formatCountry('+881')).toBe('+881');
});
