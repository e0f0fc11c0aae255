import { beforeEach, expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { describeUser, resetUserFactors, setUserPhoneNumber, setUserPreference } from './administer-user.ts';

let ports: MemoryPorts;
beforeEach(() => {
  ports = new MemoryPorts();
  ports.person = { softwareTokens: 1, phoneNumber: '+14155550123' };
});

test('an operator sees what a user has, with the number masked', () => {
  expect(describeUser({}, ports)).toEqual({
    ok: true,
    phoneNumber: '+*******0123',
    phoneNumberVerified: false,
    softwareTokens: [{ id: 'token-0', label: 'app 0' }],
    settings: {},
    accepted: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
  });
});

test('a number is set as verified or not, and never shown whole', () => {
  const set = setUserPhoneNumber({ phoneNumber: '+1 415 555 0199', verified: true }, ports);
  expect(set).toMatchObject({ phoneNumber: '+*******0199', phoneNumberVerified: true });
  expect(JSON.stringify(set)).not.toContain('4155550199');
  expect(ports.listed).toBe('+*******0199');
});

test('what is no number is refused and changes nothing', () => {
  expect(setUserPhoneNumber({ phoneNumber: '0199' }, ports)).toMatchObject({ ok: false, code: 'invalid-phone-number' });
  expect(ports.person.phoneNumber).toBe('+14155550123');
});

test('a preference follows the rules, and beside it the authenticator stays on', () => {
  expect(setUserPreference({ SMS_MFA: { Enabled: true, PreferredMfa: true } }, ports)).toMatchObject({
    settings: { enabledFactors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], preferredFactor: 'SMS_MFA' },
  });
  expect(setUserPreference({ SMS_MFA: { Enabled: false, PreferredMfa: true } }, ports)).toMatchObject({
    ok: false,
    code: 'invalid-preference',
  });
});

test('a reset takes authenticators and settings, and the number only when asked to', () => {
  setUserPreference({ SMS_MFA: { Enabled: true } }, ports);
  expect(resetUserFactors({}, ports)).toEqual({
    ok: true,
    softwareTokens: ['app 0'],
    settings: true,
    phoneNumber: false,
  });
  expect(ports.person).toEqual({ softwareTokens: 0, phoneNumber: '+14155550123' });
  expect(resetUserFactors({ phone: true }, ports)).toMatchObject({ softwareTokens: [], phoneNumber: true });
  expect(ports.person).toEqual({ softwareTokens: 0 });
  expect(ports.listed).toBeNull();
});

test('a store that can not be written says so', () => {
  ports.readOnly = true;
  for (const result of [
    setUserPhoneNumber({ phoneNumber: '+14155550199' }, ports),
    setUserPreference({ SMS_MFA: { Enabled: true } }, ports),
    resetUserFactors({ phone: true }, ports),
  ]) {
    expect(result).toMatchObject({ ok: false, code: 'user-store-is-read-only' });
  }
});
