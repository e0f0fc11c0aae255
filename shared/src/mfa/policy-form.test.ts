import { expect, test } from 'vitest';
import { changedPolicyAttributes, POLICY_FIELDS, policyFieldNames, policyFormValues } from './policy-form.ts';
import { DEFAULT_POOL_POLICY, formatPoolPolicy, POOL_ATTRIBUTES } from './pool-policy.ts';

test('a form has every field of the policy, and its choices have the default among them', () => {
  expect(policyFieldNames().toSorted()).toEqual(Object.keys(POOL_ATTRIBUTES).toSorted());
  for (const field of policyFieldNames()) {
    const { kind, options = [String(DEFAULT_POOL_POLICY[field])] } = POLICY_FIELDS[field];
    expect(options).toContain(String(DEFAULT_POOL_POLICY[field]));
    expect(kind === 'switch').toBe(typeof DEFAULT_POOL_POLICY[field] === 'boolean');
  }
});

test('a field that the realm does not have stands at its default, and one that can not be read as it is', () => {
  expect(policyFormValues({ 'lifeguard.smsMfa': 'yes' })).toMatchObject({
    mfaConfiguration: 'OFF',
    smsMfa: 'yes',
    smsCodeValidityInSeconds: '180',
  });
});

test('a form that says what the realm has changes nothing, and one field changes one attribute', () => {
  const attributes = { ...formatPoolPolicy(DEFAULT_POOL_POLICY), 'lifeguard.smsMfa': 'true' };
  expect(changedPolicyAttributes(attributes, policyFormValues(attributes))).toEqual({});
  expect(changedPolicyAttributes(attributes, { smsMfa: 'false', mfaConfiguration: 'OFF' })).toEqual({
    'lifeguard.smsMfa': 'false',
  });
});
