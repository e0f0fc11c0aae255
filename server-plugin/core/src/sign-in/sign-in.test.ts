import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { answerSignIn, startSignIn } from './sign-in.ts';
import type { SignInStep } from './step.ts';

let ports: MemoryPorts;
beforeEach(() => {
  ports = new MemoryPorts();
});

const start = (): SignInStep => startSignIn({ state: {} }, ports);
const answer = (code: string): SignInStep => answerSignIn({ state: {}, form: { code } }, ports);
const wrongToken = { kind: 'page', message: 'lifeguardTokenCodeWrong', wrongCode: true };

describe('by authenticator app', () => {
  beforeEach(() => {
    ports.person = { softwareTokens: 1 };
  });

  test('the right code signs in, grouped or not', () => {
    expect(start()).toMatchObject({ kind: 'page', page: 'software-token' });
    expect(answer('287 082')).toMatchObject({ kind: 'done', factor: 'SOFTWARE_TOKEN_MFA' });
  });

  test('a wrong code is counted, and guesses are bounded whatever the realm says', () => {
    for (let i = 0; i < 10; i += 1) expect(answer('000000')).toMatchObject(wrongToken);
    expect(answer('287082')).toMatchObject({ message: 'lifeguardTooManyAttempts' });
    expect(ports.checkedTokenCodes).toHaveLength(10);
    ports.nowInMillis += 180_000;
    expect(answer('287082').kind).toBe('done');
  });

  test('right codes cost no attempt', () => {
    for (let i = 0; i < 30; i += 1) expect(answer('287082').kind).toBe('done');
  });

  test('what is no code is not handed to Keycloak', () => {
    answer('28708');
    answer("' or 1=1");
    expect(ports.checkedTokenCodes).toEqual([]);
  });
});

describe('with both', () => {
  beforeEach(() => {
    ports.person = { phoneNumber: '+14155550123', softwareTokens: 1 };
  });

  test('the user chooses, and nothing is sent before', () => {
    expect(start()).toMatchObject({ page: 'select-factor', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] });
    expect(ports.texts).toEqual([]);
  });

  test('the choice is remembered in the state and can be taken back', () => {
    const chosen = answerSignIn({ state: {}, form: { factor: 'SMS_MFA' } }, ports);
    expect(chosen).toMatchObject({ page: 'sms-code', otherFactors: true, state: { chosen: 'SMS_MFA' } });
    const back = answerSignIn({ state: { chosen: 'SMS_MFA' }, form: { factor: '' } }, ports);
    expect(back).toMatchObject({ page: 'select-factor', state: {} });
  });

  test('a factor that is not offered is no choice', () => {
    for (const factor of ['EMAIL_OTP', 'none', '__proto__']) {
      expect(answerSignIn({ state: {}, form: { factor } }, ports)).toMatchObject({ page: 'select-factor' });
    }
  });

  test('a code before a choice is no answer', () => {
    expect(answer('287082')).toMatchObject({ page: 'select-factor' });
    expect(ports.checkedTokenCodes).toEqual([]);
  });
});

describe('the policy', () => {
  test('OFF asks nobody', () => {
    ports.attributes = { 'lifeguard.mfaConfiguration': 'OFF' };
    expect(start()).toEqual({ kind: 'done' });
  });

  test('OPTIONAL lets a user without a factor in', () => {
    ports.attributes = { 'lifeguard.mfaConfiguration': 'OPTIONAL' };
    ports.person = { softwareTokens: 0 };
    expect(start()).toEqual({ kind: 'done' });
  });

  test('Required sets up an authenticator for a user who has no factor', () => {
    ports.person = { softwareTokens: 0 };
    expect(start()).toEqual({ kind: 'setup', action: 'CONFIGURE_TOTP' });
    expect(ports.requested).toEqual(['CONFIGURE_TOTP']);
  });

  test('Required denies where the set-up is switched off', () => {
    ports.person = { softwareTokens: 0 };
    ports.requiredActions = [];
    expect(start()).toMatchObject({ kind: 'refusal', message: 'lifeguardSetupUnavailable' });
  });

  test('Required by SMS alone denies a user without a number, or with one that is none', () => {
    ports.attributes = { ...ports.attributes, 'lifeguard.softwareTokenMfa': 'false' };
    for (const phoneNumber of ['', '123', 'call me']) {
      ports.person = { phoneNumber, softwareTokens: 0 };
      expect(start()).toMatchObject({ kind: 'refusal', reason: 'MFAMethodNotFoundException' });
    }
  });

  test('a policy that nobody can read denies', () => {
    ports.attributes = { 'lifeguard.mfaConfiguration': 'MAYBE' };
    expect(start()).toMatchObject({ kind: 'refusal', message: 'lifeguardUnavailable' });
    expect(answer('000001')).toMatchObject({ kind: 'refusal' });
  });

  test('a policy that changed between two pages holds at once', () => {
    start();
    ports.attributes = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'false' };
    expect(answer(ports.lastCode)).toMatchObject({ kind: 'setup' });
  });
});

test('a locked user gets neither a text nor a check', () => {
  start();
  const code = ports.lastCode;
  ports.locked = true;
  expect(start()).toMatchObject({ kind: 'refusal', message: 'lifeguardLocked' });
  expect(answer(code)).toMatchObject({ kind: 'refusal', message: 'lifeguardLocked' });
  expect(ports.texts).toHaveLength(1);
});

test('a sign-in during which the user was locked begins again with the password; one that begins afterwards goes on', () => {
  start();
  const code = ports.lastCode;
  ports.locked = true;
  const refused = answer(code);
  ports.locked = false;
  const state = refused.kind === 'refusal' ? (refused.state ?? {}) : {};
  expect(answerSignIn({ state, form: { code } }, ports)).toEqual({ kind: 'restart' });
  expect(startSignIn({ state }, ports)).toEqual({ kind: 'restart' });
  expect(answer(code).kind).toBe('done');
});

test('whoever prefers a factor is asked for it and may take another that works', () => {
  ports.person = { phoneNumber: '+14155550123', softwareTokens: 1, preferredMfa: 'SOFTWARE_TOKEN_MFA' };
  expect(start()).toMatchObject({ page: 'software-token', otherFactors: true });
  const choice = answerSignIn({ state: {}, form: { factor: '' } }, ports);
  expect(choice).toMatchObject({ page: 'select-factor', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] });
  const state = choice.kind === 'page' ? choice.state : {};
  expect(startSignIn({ state }, ports)).toMatchObject({ page: 'select-factor' });
  expect(ports.texts).toEqual([]);
  expect(answerSignIn({ state, form: { factor: 'SMS_MFA' } }, ports)).toMatchObject({ page: 'sms-code' });
});

test('a factor that does not work is no other way', () => {
  ports.person = { phoneNumber: 'no number', softwareTokens: 1, preferredMfa: 'SMS_MFA' };
  expect(start()).toMatchObject({ page: 'software-token', otherFactors: false });
  expect(answerSignIn({ state: {}, form: { factor: 'SMS_MFA' } }, ports)).toMatchObject({ page: 'software-token' });
});
