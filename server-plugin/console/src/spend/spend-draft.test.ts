import { expect, test } from 'vitest';
import { changedSettings, settingsOf, settingsProblems } from './spend-draft.ts';

test('what the realm does not have stands at its default, and what can not be read as it is', () => {
  expect(settingsOf({ 'lifeguard.smsPrices': 'cheap', other: 'x' })).toMatchObject({
    'lifeguard.smsPrices': 'cheap',
    'lifeguard.smsMonthlyLimit': '1.00',
  });
  expect(settingsOf({ other: 'x' })).not.toHaveProperty('other');
});

test('only what was edited to something else is sent', () => {
  const edits = { 'lifeguard.smsPerHour': '0', 'lifeguard.smsMaxPrice': '0.20' };
  expect(changedSettings({ 'lifeguard.smsPerHour': '0' }, edits)).toEqual({ 'lifeguard.smsMaxPrice': '0.20' });
});

test('what the rules refuse is said at its field before anything is sent', () => {
  expect(Object.keys(settingsProblems({}, { 'lifeguard.smsMaxPrice': 'cheap' }))).toEqual(['lifeguard.smsMaxPrice']);
  expect(settingsProblems({}, { 'lifeguard.smsMaxPrice': '' })).toEqual({});
});
