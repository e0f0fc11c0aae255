import { expect, test } from 'vitest';
import { frameWith } from '../detect/frame-signals.fixture.ts';
import { accountShown } from './choose-account.ts';

const ANNA = { account: 'anna@example.org', deviceName: '' };
const BEN = { account: 'ben', deviceName: 'Lifeguard 2026-11-29 01:20' };
const ANN = { account: 'ann', deviceName: '' };

function shownOf(accounts: readonly { account: string; deviceName: string }[], shown: string) {
  return accountShown(accounts, { signals: frameWith({ fields: [], shown }) });
}

test.each([
  ['Signing in as Anna@Example.org (not you?)', ANNA],
  ['Hello ben, enter your code', BEN],
  ['Your devices: Phone, Lifeguard 2026-11-29 01:20', BEN],
  ['anna@example.org or ben?', undefined],
  ['Planning for benefits', undefined],
  ['Enter your code', undefined],
  ['', undefined],
])('“%s” shows %j', (shown, account) => {
  expect(shownOf([ANNA, BEN], shown)).toBe(account);
});

test('a name within another is not the one that is shown', () => {
  const longer = { account: 'ann@example.org', deviceName: '' };
  expect(shownOf([ANN, longer], 'Signing in as ann@example.org')).toBe(longer);
  expect(shownOf([ANN, longer], 'Signing in as ann')).toBe(ANN);
});

test('two accounts of one name are not told apart, and one without a name is never shown', () => {
  expect(shownOf([ANN, { ...ANN }], 'ann')).toBeUndefined();
  expect(shownOf([{ account: '', deviceName: '' }], 'ann')).toBeUndefined();
});

test('an account that the user has renamed is known by its name at the site, too', () => {
  const renamed = { ...ANNA, account: 'work', foundAs: { account: ANNA.account } };
  expect(shownOf([renamed, BEN], 'Signing in as anna@example.org')).toBe(renamed);
  expect(shownOf([renamed, BEN], 'Your work account')).toBe(renamed);
});
