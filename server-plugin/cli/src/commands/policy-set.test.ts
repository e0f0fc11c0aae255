import { describe, expect, it } from 'vitest';
import { readPolicyChanges } from './policy-set.ts';

describe('readPolicyChanges', () => {
  it('changes only what is named', () => {
    expect(readPolicyChanges({ mfa: 'ON', sms: 'off' })).toEqual({ mfaConfiguration: 'ON', smsMfa: false });
  });

  it('leaves the judgement of a value to the shared rules', () => {
    expect(readPolicyChanges({ 'sms-validity': '1e3' })).toEqual({ smsCodeValidityInSeconds: '1e3' });
  });

  it.each([
    ['a switch that is neither on nor off', { sms: 'true' }, '--sms takes on or off'],
    ['a switch without its value', { totp: '' }, '--totp takes on or off'],
    ['an option without its value', { mfa: '' }, 'Give a value'],
    ['nothing to change', {}, 'Say what to change'],
  ])('refuses %s', (_, args, part) => {
    expect(() => readPolicyChanges(args)).toThrow(part);
  });
});
