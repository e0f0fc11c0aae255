import { policyFieldNames, policyFormValues } from '@lifeguard/shared/mfa';
import { expect, test } from 'vitest';
import { changesOf, mustAllowRequired, problemsOf } from './policy-draft.ts';
import { FIELD_GROUPS } from './policy-fields.ts';

const OPTIONAL = { 'lifeguard.mfaConfiguration': 'OPTIONAL', other: 'x' };
const draft = policyFormValues(OPTIONAL);

test('the page has every field of the policy, once', () => {
  const shown = FIELD_GROUPS.flatMap(({ fields }) => fields);
  expect(shown.toSorted()).toEqual(policyFieldNames().toSorted());
});

test('what will change is shown before it is saved', () => {
  expect(changesOf(OPTIONAL, draft)).toEqual([]);
  expect(changesOf(OPTIONAL, { ...draft, smsMfa: 'true' })).toEqual([{ field: 'smsMfa', from: 'false', to: 'true' }]);
});

test('what the rules refuse is said at its field before anything is sent', () => {
  const problems = problemsOf(OPTIONAL, { ...draft, smsCodeValidityInSeconds: '5', smsMfa: 'true' });
  expect(Object.keys(problems)).toEqual(['smsCodeValidityInSeconds']);
  expect(problemsOf(OPTIONAL, { ...draft, softwareTokenMfa: 'false' })).toHaveProperty('mfaConfiguration');
});

test('Required in a pool that exists waits for its operator to allow it', () => {
  const required = { ...draft, mfaConfiguration: 'ON' };
  expect(mustAllowRequired(OPTIONAL, required)).toBe(true);
  expect(mustAllowRequired(OPTIONAL, { ...required, requiredAfterCreation: 'allowed' })).toBe(false);
  expect(mustAllowRequired({ 'lifeguard.mfaConfiguration': 'ON' }, required)).toBe(false);
});
