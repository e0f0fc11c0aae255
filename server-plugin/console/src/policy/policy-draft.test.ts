import { POOL_ATTRIBUTES } from '@lifeguard/shared/mfa';
import { expect, test } from 'vitest';
import { changedAttributes, changesOf, draftOf, mustAllowRequired, problemsOf } from './policy-draft.ts';
import { FIELD_GROUPS } from './policy-fields.ts';

const OPTIONAL = { 'lifeguard.mfaConfiguration': 'OPTIONAL', other: 'x' };

test('the form has every field of the policy, once', () => {
  const shown = FIELD_GROUPS.flatMap(({ fields }) => fields);
  expect(shown.toSorted()).toEqual(Object.keys(POOL_ATTRIBUTES).toSorted());
});

test('a field that the realm does not have stands at its default, and one that can not be read as it is', () => {
  const draft = draftOf({ 'lifeguard.smsMfa': 'yes' });
  expect(draft).toMatchObject({ mfaConfiguration: 'OFF', smsMfa: 'yes', smsCodeValidityInSeconds: '180' });
});

test('only what was changed is sent', () => {
  const changes = changesOf(OPTIONAL, { ...draftOf(OPTIONAL), smsMfa: 'true' });
  expect(changes).toEqual([{ field: 'smsMfa', from: 'false', to: 'true' }]);
  expect(changedAttributes(changes)).toEqual({ 'lifeguard.smsMfa': 'true' });
});

test('what the rules refuse is said at its field before anything is sent', () => {
  const problems = problemsOf(OPTIONAL, { ...draftOf(OPTIONAL), smsCodeValidityInSeconds: '5', smsMfa: 'true' });
  expect(Object.keys(problems)).toEqual(['smsCodeValidityInSeconds']);
  expect(problemsOf(OPTIONAL, { ...draftOf(OPTIONAL), softwareTokenMfa: 'false' })).toHaveProperty('mfaConfiguration');
});

test('Required in a pool that exists waits for its operator to allow it', () => {
  const draft = { ...draftOf(OPTIONAL), mfaConfiguration: 'ON' };
  expect(mustAllowRequired(OPTIONAL, draft)).toBe(true);
  expect(mustAllowRequired(OPTIONAL, { ...draft, requiredAfterCreation: 'allowed' })).toBe(false);
  expect(mustAllowRequired({ 'lifeguard.mfaConfiguration': 'ON' }, draft)).toBe(false);
});
