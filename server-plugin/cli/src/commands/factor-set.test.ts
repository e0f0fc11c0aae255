import { expect, it } from 'vitest';
import { readPreference } from './factor-set.ts';

it('names only the factors that are to change', () => {
  expect(readPreference({ sms: 'preferred' })).toEqual({ SMS_MFA: { Enabled: true, PreferredMfa: true } });
  expect(readPreference({ sms: 'off', totp: 'on' })).toEqual({
    SMS_MFA: { Enabled: false },
    SOFTWARE_TOKEN_MFA: { Enabled: true },
  });
});

it.each([
  [{ sms: 'yes' }, '--sms takes on, off or preferred'],
  [{ totp: '' }, '--totp takes on, off or preferred'],
  [{}, 'Say what to change'],
])('refuses %j', (args, part) => {
  expect(() => readPreference(args)).toThrow(part);
});
