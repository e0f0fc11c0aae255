import { expect, test } from 'vitest';
import { openWaits } from './waits.ts';

const ALICE = { accountId: 'alice', untilInMillis: 1_000 };
const BOB = { accountId: 'bob', untilInMillis: 2_000 };

test('a tab knows its newest wait, until that ends', () => {
  const waits = openWaits();
  expect(waits.in(3)).toBeUndefined();
  const first = waits.begin(3, ALICE);
  const second = waits.begin(3, BOB);
  expect(waits.in(3)).toEqual(BOB);
  expect(waits.in(4)).toBeUndefined();
  second.end();
  expect(waits.in(3)).toEqual(ALICE);
  expect(first.isCancelled()).toBe(false);
  first.end();
  expect(waits.in(3)).toBeUndefined();
});

test('to cancel ends all waits of that tab, and none of another or of later', () => {
  const waits = openWaits();
  const [one, same, elsewhere] = [waits.begin(3, ALICE), waits.begin(3, ALICE), waits.begin(4, ALICE)];
  waits.cancel(3);
  const later = waits.begin(3, BOB);
  expect([one, same, elsewhere, later].map((wait) => wait.isCancelled())).toEqual([true, true, false, false]);
  one.end();
  expect(waits.in(3)).toEqual(BOB);
});
