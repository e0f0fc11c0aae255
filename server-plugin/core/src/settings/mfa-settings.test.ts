import { beforeEach, describe, expect, test } from 'vitest';
import { startSignIn } from '../sign-in/sign-in.ts';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { mayRemoveFactor } from './may-remove-factor.ts';
import { changeMfaSettings, showMfaSettings } from './mfa-settings.ts';
import { turnOffFactor } from './turn-off-factor.ts';

const PHONE = '+14155550123';

let ports: MemoryPorts;
let session: { readonly afterPassword: boolean; readonly passedFactor: string | null };
beforeEach(() => {
  ports = new MemoryPorts();
  ports.attributes = { ...ports.attributes, 'lifeguard.mfaConfiguration': 'OPTIONAL' };
  ports.person = { phoneNumber: PHONE, phoneNumberVerified: true, softwareTokens: 1 };
  session = { afterPassword: false, passedFactor: 'SOFTWARE_TOKEN_MFA' };
});
const required = () => {
  ports.attributes = { ...ports.attributes, 'lifeguard.mfaConfiguration': 'ON' };
};
const press = (change: string, value = '') =>
  changeMfaSettings({ session, form: { button: `${change}:${value}` } }, ports);
const signIn = () => startSignIn({ state: {} }, ports);
const mayRemove = (by: 'list' | 'page' | 'token') =>
  mayRemoveFactor({ factor: 'SOFTWARE_TOKEN_MFA', by, session }, ports);

test('shows what the user has, and which of it is on', () => {
  expect(showMfaSettings({ session }, ports)).toEqual({
    kind: 'page',
    page: 'mfa-settings',
    mayAddSoftwareToken: true,
    mayAddPhoneNumber: false,
    factors: [
      {
        factor: 'SMS_MFA',
        isEnabled: false,
        isPreferred: false,
        isOptional: true,
        destination: '+*******0123',
        isUnverified: false,
      },
      {
        factor: 'SOFTWARE_TOKEN_MFA',
        isEnabled: true,
        isPreferred: false,
        isOptional: true,
        tokens: [{ id: 'token-0', label: 'app 0' }],
        mayRemove: true,
      },
    ],
  });
});

describe('in an Optional pool', () => {
  test('a factor is turned on beside the other, and the sign-in offers both', () => {
    expect(press('enable', 'SMS_MFA')).toMatchObject({ notice: 'lifeguardSettingsSaved', changed: 'settings' });
    expect(signIn()).toMatchObject({ page: 'select-factor', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] });
    expect(ports.listed).toBe('+*******0123');
  });

  test('with everything turned off nobody is asked, which stays so', () => {
    press('disable', 'SOFTWARE_TOKEN_MFA');
    expect(ports.person.enabledMfa).toEqual(['NONE']);
    expect(signIn()).toEqual({ kind: 'done' });
  });

  test('a preference is set, kept by what does not concern it, and ended', () => {
    press('prefer', 'SMS_MFA');
    expect(signIn()).toMatchObject({ page: 'sms-code', otherFactors: true });
    press('disable', 'SOFTWARE_TOKEN_MFA');
    press('enable', 'SOFTWARE_TOKEN_MFA');
    expect(ports.person.preferredMfa).toBe('SMS_MFA');
    press('enable', 'SMS_MFA');
    expect(ports.person.preferredMfa).toBe('SMS_MFA');
    press('no-preference', 'SMS_MFA');
    expect(signIn()).toMatchObject({ page: 'select-factor' });
  });

  test('a preference survives that its authenticator is removed and another registered', () => {
    press('prefer', 'SOFTWARE_TOKEN_MFA');
    expect(press('remove', 'token-0')).toMatchObject({ changed: 'removal' });
    expect(ports.person.preferredMfa).toBe('SOFTWARE_TOKEN_MFA');
    ports.person = { ...ports.person, softwareTokens: 1 };
    expect(signIn()).toMatchObject({ page: 'software-token' });
  });

  test('the last authenticator may be removed, and codes by SMS turned off', () => {
    expect(mayRemove('page')).toBe(true);
    press('enable', 'SMS_MFA');
    expect(turnOffFactor({ factor: 'SMS_MFA', session }, ports)).toBe(true);
    expect(ports.person.enabledMfa).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect(ports.person.phoneNumber).toBe(PHONE);
    expect(turnOffFactor({ factor: 'SMS_MFA', session }, ports)).toBe(false);
  });
});

describe('in a Required pool', () => {
  beforeEach(required);

  test('nothing is turned off, and a number can not be removed', () => {
    expect(press('disable', 'SMS_MFA')).toMatchObject({ message: 'lifeguardSettingsRefused' });
    expect(turnOffFactor({ factor: 'SMS_MFA', session }, ports)).toBe(false);
  });

  test('an authenticator is removed while another factor remains; the last one is only replaced', () => {
    expect(mayRemove('page')).toBe(true);
    const { phoneNumber: _removed, ...person } = ports.person;
    ports.person = person;
    expect(mayRemove('page')).toBe(false);
    expect(press('remove', 'token-0')).toMatchObject({ message: 'lifeguardSettingsRefused' });
    expect(press('replace', 'token-0')).toEqual({ kind: 'setup', action: 'CONFIGURE_TOTP', replaces: 'token-0' });
    ports.person = { ...person, softwareTokens: 2 };
    expect(mayRemove('page')).toBe(true);
  });

  test('an authenticator that is not the user’s own is neither removed nor replaced', () => {
    for (const change of ['remove', 'replace']) {
      expect(press(change, 'token-9')).toMatchObject({ message: 'lifeguardSettingsRefused' });
    }
  });
});

describe('is refused', () => {
  test('to a session that has proven the password alone', () => {
    session = { afterPassword: false, passedFactor: null };
    for (const step of [showMfaSettings({ session }, ports), press('remove', 'token-0'), press('disable', 'SMS_MFA')]) {
      expect(step).toMatchObject({ kind: 'refusal', message: 'lifeguardFactorNeeded' });
    }
    expect(mayRemove('page')).toBe(false);
    expect(ports.person.softwareTokens).toBe(1);
  });

  test('to a token, whatever it has proven', () => {
    expect(mayRemove('token')).toBe(false);
    expect(mayRemove('list')).toBe(true);
  });

  test('to a locked user, and under a policy that nobody can read', () => {
    ports.locked = true;
    expect([mayRemove('page'), showMfaSettings({ session }, ports).kind]).toEqual([false, 'refusal']);
    ports.locked = false;
    ports.attributes = { 'lifeguard.mfaConfiguration': 'MAYBE' };
    expect([mayRemove('page'), showMfaSettings({ session }, ports).kind]).toEqual([false, 'refusal']);
  });
});

test('what a store that is read-only does not keep is said', () => {
  ports.readOnly = true;
  expect(press('enable', 'SMS_MFA')).toMatchObject({ message: 'lifeguardSettingsNotStored' });
});

test('an unverified number can be proven, a verified one needs nothing', () => {
  expect(press('add', 'SMS_MFA')).toMatchObject({ message: 'lifeguardSettingsRefused' });
  ports.person = { ...ports.person, phoneNumberVerified: false };
  expect(press('add', 'SMS_MFA')).toEqual({ kind: 'setup', action: 'lifeguard-phone-number' });
});
