import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreedSkew, type DateSample, skewOf } from './skew.ts';

const NOW = 1_700_000_000_000;

/** What a site with that clock answers, whose header cuts off what is less than a second. */
function sample({ ahead = 0, sentAt = NOW, way = 40, date, age = null }: Partial<Options> = {}): DateSample {
  const answeredAt = sentAt + way / 2 + ahead;
  return {
    sentAtInMillis: sentAt,
    receivedAtInMillis: sentAt + way,
    date: date === undefined ? new Date(answeredAt).toUTCString() : date,
    age,
  };
}

interface Options {
  readonly ahead: number;
  readonly sentAt: number;
  readonly way: number;
  readonly date: string | null;
  readonly age: string | null;
}

test('a wrong clock is told within a second, whatever it is wrong by', () => {
  const ahead = fc.integer({ min: -86_400_000, max: 86_400_000 });
  fc.assert(
    fc.property(ahead, fc.integer({ min: NOW, max: NOW + 1000 }), fc.nat({ max: 1000 }), (by, sentAt, way) => {
      const skew = skewOf(sample({ ahead: by, sentAt, way }))!;
      if (skew === 0) expect(Math.abs(by)).toBeLessThan(4000);
      else expect(Math.abs(skew - by)).toBeLessThanOrEqual(500);
    }),
  );
});

test('a clock that is right within what can be told needs nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2400, max: 2400 }), fc.nat({ max: 999 }), (ahead, millis) => {
      expect(skewOf(sample({ ahead, sentAt: NOW + millis }))).toBe(0);
    }),
  );
});

test.each<[string, Partial<Options>]>([
  ['no date', { date: null }],
  ['a date that is none', { date: 'yesterday' }],
  ['an answer out of a cache', { age: '3600' }],
  ['an answer that took too long', { way: 5000 }],
  ['a clock that was set meanwhile', { way: -1000 }],
])('%s tells nothing', (_, options) => {
  expect(skewOf(sample({ ahead: 60_000, ...options }))).toBeUndefined();
});

test('an age of zero is fresh', () => {
  expect(skewOf(sample({ ahead: 60_000, age: '0' }))).toBeCloseTo(60_000, -3);
});

test('two answers of one clock agree, and two copies of one answer do not', () => {
  const first = sample({ ahead: -90_000 });
  expect(agreedSkew(first, sample({ ahead: -90_000, sentAt: NOW + 1500 }))).toBeCloseTo(-90_000, -3);
  expect(agreedSkew(first, sample({ sentAt: NOW + 1500, date: first.date }))).toBeUndefined();
  expect(agreedSkew(first, sample({ date: null }))).toBeUndefined();
});
