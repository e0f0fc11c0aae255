import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, startOfDayInMillis } from './calendar-date.ts';

test('agrees with Date on every day of the years 0 to 9999', () => {
  const days = fc.date({
    min: new Date('0000-01-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(startOfDayInMillis(day)).toBe(Date.parse(day));
      expect(dayOf(date.getTime())).toBe(day);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-1-1',
  '31.12.2026',
  '',
  '2026-12-31T00:00:00Z',
])('%s is no day', (text) => {
  expect(startOfDayInMillis(text)).toBeUndefined();
});
