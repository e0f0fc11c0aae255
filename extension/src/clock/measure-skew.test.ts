import { expect, test } from 'vitest';
import { measureSkew } from './measure-skew.ts';
import type { DateSample } from './skew.ts';

const NOW = 1_700_000_000_000;

/** Asks a site that answers with one of these after the other: by how much its clock is ahead, or what its header says at any time. */
async function measured(...answers: readonly (number | string | undefined)[]) {
  const clock = { now: NOW };
  let asked = 0;
  const skewInMillis = await measureSkew({
    async sample(): Promise<DateSample | undefined> {
      const answer = answers[asked];
      asked += 1;
      if (answer === undefined) return undefined;
      const date = typeof answer === 'string' ? answer : new Date(clock.now + answer).toUTCString();
      return { date, age: null, sentAtInMillis: clock.now, receivedAtInMillis: clock.now };
    },
    async sleep(millis) {
      clock.now += millis;
    },
  });
  return { skewInMillis, asked };
}

test('a wrong clock is told by two answers that agree', async () => {
  const { skewInMillis, asked } = await measured(-60_000, -60_000);
  expect(skewInMillis).toBeCloseTo(-60_000, -3);
  expect(asked).toBe(2);
});

test.each([
  ['a right clock', 0],
  ['a site that does not answer', undefined],
  ['a header that is no date', 'soon'],
])('%s is asked once, and corrects nothing', async (_name, answer) => {
  expect(await measured(answer)).toEqual({ skewInMillis: 0, asked: 1 });
});

const LONG_AGO = new Date(NOW - 90_000).toUTCString();

test.each([
  ['the same as the first', LONG_AGO],
  ['another time', 60_000],
  ['nothing', undefined],
])('a second answer that says %s corrects nothing', async (_name, second) => {
  expect(await measured(LONG_AGO, second)).toEqual({ skewInMillis: 0, asked: 2 });
});
