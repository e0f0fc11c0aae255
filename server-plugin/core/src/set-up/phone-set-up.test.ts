import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { answerPhoneSetUp, type PhoneSetUpForm, startPhoneSetUp } from './phone-set-up.ts';
import type { PhoneSetUpState } from './phone-set-up-step.ts';

const NUMBER = '+14155550123';
const BY_USER = { 'lifeguard.phoneNumberByUser': 'true' };

let ports: MemoryPorts;
let afterPassword: boolean;
let passedFactor: string | null;
beforeEach(() => {
  ports = new MemoryPorts();
  ports.attributes = { ...ports.attributes, ...BY_USER };
  ports.person = { softwareTokens: 0 };
  afterPassword = true;
  passedFactor = null;
});
const session = () => ({ afterPassword, passedFactor });
const start = (state: PhoneSetUpState = {}) => startPhoneSetUp({ state, session: session() }, ports);
const answer = (form: PhoneSetUpForm, state: PhoneSetUpState = {}) =>
  answerPhoneSetUp({ state, session: session(), form }, ports);

describe('a first number', () => {
  test('is entered, proven by a code, stored as verified and turned on', () => {
    expect(start()).toMatchObject({ page: 'phone-number' });
    expect(answer({ phoneNumber: NUMBER })).toMatchObject({
      page: 'phone-code',
      state: { phoneNumber: NUMBER },
      destination: '+*******0123',
      mayChangeNumber: true,
    });
    expect(ports.person.phoneNumber).toBeUndefined();
    expect(answer({ code: ports.lastCode }, { phoneNumber: NUMBER })).toMatchObject({
      kind: 'done',
      factor: 'SMS_MFA',
    });
    expect(ports.person).toMatchObject({ phoneNumber: NUMBER, phoneNumberVerified: true });
    expect(ports.person.enabledMfa).toContain('SMS_MFA');
    expect(ports.listed).toBe('+*******0123');
  });

  test('a wrong code stores nothing, and after five the code is dead', () => {
    answer({ phoneNumber: NUMBER });
    const state = { phoneNumber: NUMBER };
    for (let i = 0; i < 5; i += 1) expect(answer({ code: '999999' }, state)).toMatchObject({ wrongCode: true });
    expect(answer({ code: ports.lastCode }, state)).toMatchObject({ message: 'lifeguardTooManyAttempts' });
    expect(ports.person.phoneNumber).toBeUndefined();
  });

  test('what is no number gets no text', () => {
    for (const phoneNumber of ['', '0123', '+1', 'me']) {
      expect(answer({ phoneNumber })).toMatchObject({ page: 'phone-number', message: 'lifeguardPhoneNumberWrong' });
    }
    expect(ports.texts).toEqual([]);
  });

  test('another can be entered; the code that went to the first is worth nothing then', () => {
    answer({ phoneNumber: NUMBER });
    const first = ports.lastCode;
    expect(answer({ change: '' }, { phoneNumber: NUMBER })).toMatchObject({ page: 'phone-number' });
    answer({ phoneNumber: '+14155550199' });
    expect(answer({ code: first }, { phoneNumber: '+14155550199' })).toMatchObject({ wrongCode: true });
    expect(answer({ code: first }, { phoneNumber: NUMBER }).kind).toBe('page');
    expect(ports.person.phoneNumber).toBeUndefined();
  });

  test('five numbers in an hour get a text, and no sixth', () => {
    for (let i = 0; i < 5; i += 1) {
      expect(answer({ phoneNumber: `+1415555010${i}` })).toMatchObject({ page: 'phone-code' });
    }
    expect(answer({ phoneNumber: NUMBER })).toMatchObject({ message: 'lifeguardPhoneNumberNoMore' });
    expect(ports.texts).toHaveLength(5);
    ports.nowInMillis += 3_600_000;
    expect(answer({ phoneNumber: NUMBER })).toMatchObject({ page: 'phone-code' });
  });

  test('a code of a sign-in proves no number, and a code of a set-up is no sign-in', () => {
    ports.issueCode({
      purpose: 'sign-in',
      digits: 6,
      destination: NUMBER,
      sentAtInMillis: ports.now(),
      validityInSeconds: 180,
    });
    ports.sendCode({ purpose: 'sign-in', message: '{####}', id: 'text-1', maxPriceInMicroUsd: -1 });
    const signInCode = ports.lastCode;
    answer({ phoneNumber: NUMBER });
    expect(answer({ code: signInCode }, { phoneNumber: NUMBER })).toMatchObject({ wrongCode: true });
  });

  test('a store that cannot be written says so', () => {
    ports.readOnly = true;
    answer({ phoneNumber: NUMBER });
    expect(answer({ code: ports.lastCode }, { phoneNumber: NUMBER })).toMatchObject({
      kind: 'refusal',
      message: 'lifeguardPhoneNumberNotStored',
    });
  });
});

describe('is refused', () => {
  test('where the pool does not let users enter one', () => {
    ports.attributes = { ...ports.attributes, 'lifeguard.phoneNumberByUser': 'false' };
    expect(start().kind).toBe('refusal');
    expect(answer({ phoneNumber: NUMBER }).kind).toBe('refusal');
  });

  test('to a user whose number an administrator has set, well-formed or not', () => {
    for (const phoneNumber of ['+14155550100', 'none']) {
      ports.person = { softwareTokens: 0, phoneNumber, phoneNumberVerified: true };
      expect(answer({ phoneNumber: NUMBER }).kind).toBe('refusal');
      afterPassword = false;
      passedFactor = 'SMS_MFA';
      expect(answer({ phoneNumber: NUMBER }).kind).not.toBe('page');
      afterPassword = true;
      expect(ports.person.phoneNumber).toBe(phoneNumber);
    }
  });

  test('to whoever knows only the password of a user with an authenticator', () => {
    ports.person = { softwareTokens: 1 };
    expect(start().kind).toBe('refusal');
    afterPassword = false;
    expect(start().kind).toBe('refusal');
    passedFactor = 'SOFTWARE_TOKEN_MFA';
    expect(start()).toMatchObject({ page: 'phone-number' });
  });

  test('to a locked user', () => {
    ports.locked = true;
    expect(start()).toMatchObject({ kind: 'refusal', message: 'lifeguardLocked' });
  });
});

test('a number that an administrator has set is proven as it is', () => {
  ports.attributes = { ...ports.attributes, 'lifeguard.mfaConfiguration': 'OPTIONAL' };
  ports.person = { softwareTokens: 0, phoneNumber: NUMBER };
  afterPassword = false;
  expect(start()).toMatchObject({ page: 'phone-code', mayChangeNumber: false, state: {} });
  expect(answer({ phoneNumber: '+14155550199' })).toMatchObject({ page: 'phone-code' });
  expect(answer({ code: ports.lastCode })).toMatchObject({ kind: 'done', factor: 'SMS_MFA' });
  expect(ports.phoneNumberVerified).toBe(true);
  expect(ports.person.phoneNumber).toBe(NUMBER);
});

test('where nothing is left to prove it is done in a session with the factor, and refused after the password alone', () => {
  ports.person = { softwareTokens: 0, phoneNumber: NUMBER, phoneNumberVerified: true };
  expect(start().kind).toBe('refusal');
  afterPassword = false;
  expect(start().kind).toBe('refusal');
  passedFactor = 'SMS_MFA';
  expect(start()).toEqual({ kind: 'done' });
  expect(ports.texts).toEqual([]);
});
