import { expect, test } from 'vitest';
import { daysOf, monthsLater } from './months.ts';

test('months go on over the end of the year, both ways', () => {
  expect(monthsLater('2026-12', 1)).toBe('2027-01');
  expect(monthsLater('2026-01', -1)).toBe('2025-12');
});

test.each([
  ['2026-11', 30],
  ['2028-02', 29],
  ['2026-12', 31],
])('%s has %i days', (month, days) => {
  const all = daysOf(month);
  expect(all).toHaveLength(days);
  expect(all[0]).toBe(`${month}-01`);
  expect(all.at(-1)).toBe(`${month}-${days}`);
});
