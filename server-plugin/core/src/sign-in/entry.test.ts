import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { mayEnterByBackchannel } from './backchannel.ts';
import type { Entry } from './entry.ts';
import { answerSignIn, startSignIn } from './sign-in.ts';

const ON = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'true' };
const OPTIONAL = { ...ON, 'lifeguard.mfaConfiguration': 'OPTIONAL' };
const OFF = { 'lifeguard.mfaConfiguration': 'OFF' };
const GRACE = { 'lifeguard.requiredAfterCreation': 'allowed', 'lifeguard.setUpGraceEndsOn': '2023-11-15' };

let ports: MemoryPorts;
beforeEach(() => {
  ports = new MemoryPorts();
});
const start = (entry: Entry) => startSignIn({ state: {}, entry }, ports);
const may = () => mayEnterByBackchannel({}, ports);

describe('back from an identity provider', () => {
  test('the user is asked as after a password', () => {
    expect(start('identity-provider')).toMatchObject({ page: 'sms-code' });
  });

  test('nobody is asked where the operator trusts the provider, by that way alone', () => {
    ports.attributes = { ...ON, 'lifeguard.mfaAfterIdentityProvider': 'false' };
    expect(start('identity-provider')).toEqual({ kind: 'done' });
    expect(start('browser')).toMatchObject({ page: 'sms-code' });
  });

  test('whoever was asked in the same sign-in, when an account was linked, is not asked again by that way alone', () => {
    const passed = 'SMS_MFA';
    expect(startSignIn({ state: {}, entry: 'identity-provider', passed }, ports)).toMatchObject({
      kind: 'done',
      factor: 'SMS_MFA',
    });
    expect(ports.texts).toEqual([]);
    expect(startSignIn({ state: {}, passed }, ports)).toMatchObject({ page: 'sms-code' });
    ports.locked = true;
    expect(startSignIn({ state: {}, entry: 'identity-provider', passed }, ports).kind).toBe('refusal');
  });

  test('a policy that nobody can read trusts no provider', () => {
    ports.attributes = { ...ON, 'lifeguard.mfaAfterIdentityProvider': 'no' };
    expect(start('identity-provider').kind).toBe('refusal');
  });
});

describe('a step-up to a level that stands for a second factor', () => {
  test('asks a user of an Optional pool who has turned every factor off', () => {
    ports.attributes = OPTIONAL;
    ports.person = { phoneNumber: '+14155550123', softwareTokens: 0, enabledMfa: ['NONE'] };
    expect(start('browser')).toEqual({ kind: 'done' });
    expect(start('step-up')).toMatchObject({ page: 'sms-code' });
  });

  test('is never done without a factor, whatever pool and user are', () => {
    for (const attributes of [ON, OPTIONAL, OFF, { ...ON, ...GRACE }, {}]) {
      for (const softwareTokens of [0, 1]) {
        for (const phoneNumber of [undefined, '+14155550123']) {
          ports = new MemoryPorts();
          ports.attributes = attributes;
          ports.person = { softwareTokens, ...(phoneNumber === undefined ? {} : { phoneNumber }) };
          expect(start('step-up').kind).not.toBe('done');
          expect(answerSignIn({ state: {}, entry: 'step-up', form: { setUp: '' } }, ports).kind).not.toBe('done');
        }
      }
    }
  });
});

describe('where there are no pages', () => {
  test('a user with a factor is asked for it', () => {
    expect(start('direct-grant')).toMatchObject({ page: 'sms-code' });
  });

  test('one request names the factor and brings its code', () => {
    ports.person = { phoneNumber: '+14155550123', softwareTokens: 1 };
    expect(start('direct-grant')).toMatchObject({ page: 'select-factor' });
    const form = { factor: 'SOFTWARE_TOKEN_MFA', code: ports.softwareTokenCode };
    expect(answerSignIn({ state: {}, entry: 'direct-grant', form }, ports)).toMatchObject({
      kind: 'done',
      factor: 'SOFTWARE_TOKEN_MFA',
    });
    expect(answerSignIn({ state: {}, form }, ports)).toMatchObject({ page: 'software-token' });
  });

  test('one without is refused, because nothing can be set up there, and let in during a grace period', () => {
    ports.person = { softwareTokens: 0 };
    expect(start('direct-grant')).toMatchObject({ kind: 'refusal', reason: 'set_up_needs_pages' });
    expect(
      answerSignIn({ state: {}, entry: 'direct-grant', form: { setUp: 'SOFTWARE_TOKEN_MFA' } }, ports),
    ).toMatchObject({ kind: 'refusal' });
    expect(ports.requested).toEqual([]);
    ports.attributes = { ...ON, ...GRACE };
    expect(start('direct-grant')).toEqual({ kind: 'done' });
  });
});

describe('by a device that CIBA asks', () => {
  test('only whom nothing would be asked', () => {
    expect(may()).toBe(false);
    ports.person = { softwareTokens: 0 };
    expect(may()).toBe(false);
    ports.attributes = OPTIONAL;
    expect(may()).toBe(true);
    ports.attributes = OFF;
    expect(may()).toBe(true);
  });

  test('everybody where the operator says that the device is the second factor, but no locked user', () => {
    ports.attributes = { ...ON, 'lifeguard.backchannelIsSecondFactor': 'true' };
    expect(may()).toBe(true);
    ports.locked = true;
    expect(may()).toBe(false);
  });

  test('nobody under a policy that nobody can read', () => {
    ports.attributes = { 'lifeguard.mfaConfiguration': 'OFF', 'lifeguard.backchannelIsSecondFactor': '1' };
    expect(may()).toBe(false);
  });
});
