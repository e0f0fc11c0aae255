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
const wrongSms = { kind: 'page', message: 'lifeguardSmsCodeWrong', wrongCode: true };

describe('by SMS', () => {
  test('a text goes to the number, the page shows its last four digits, and the right code signs in', () => {
    expect(start()).toMatchObject({ kind: 'page', page: 'sms-code', destination: '+*******0123', digits: 6 });
    expect(ports.texts).toEqual(['Your authentication code is 000001.']);
    expect(answer(ports.lastCode)).toMatchObject({ kind: 'done', factor: 'SMS_MFA' });
    expect(ports.phoneNumberVerified).toBe(true);
  });

  test('starting again sends nothing while the code lives', () => {
    for (let i = 0; i < 200; i += 1) start();
    expect(ports.texts).toHaveLength(1);
  });

  test('a post without a code is no attempt and sends nothing', () => {
    start();
    for (let i = 0; i < 10; i += 1) {
      expect(answerSignIn({ state: {}, form: {} }, ports)).not.toHaveProperty('wrongCode');
    }
    expect(ports.texts).toHaveLength(1);
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('what is no code at all costs no attempt', () => {
    start();
    for (const text of ['', '12345', '1234567', 'abcdef']) {
      const step = answer(text);
      expect(step).toMatchObject({ message: 'lifeguardSmsCodeWrong' });
      expect(step).not.toHaveProperty('wrongCode');
    }
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('after five wrong codes the code is dead and no other is sent before it expires', () => {
    start();
    const code = ports.lastCode;
    for (let i = 0; i < 5; i += 1) expect(answer('999999')).toMatchObject(wrongSms);
    expect(answer(code)).toMatchObject({ message: 'lifeguardTooManyAttempts' });
    start();
    expect(answer(code)).toMatchObject({ message: 'lifeguardTooManyAttempts' });
    expect(ports.texts).toHaveLength(1);
    ports.nowInMillis += 180_000;
    start();
    expect(ports.texts).toHaveLength(2);
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('an expired code is refused, a new one goes out, and the old one stays dead', () => {
    start();
    const old = ports.lastCode;
    ports.nowInMillis += 180_000;
    expect(answer(old)).toMatchObject({ message: 'lifeguardCodeExpiredNewSent' });
    expect(ports.texts).toHaveLength(2);
    expect(answer(old)).toMatchObject(wrongSms);
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('a used code is worth nothing', () => {
    start();
    const code = ports.lastCode;
    answer(code);
    start();
    expect(answer(code)).toMatchObject(wrongSms);
  });

  test('a code that went to another number does not count after the number was changed', () => {
    start();
    const code = ports.lastCode;
    ports.person = { ...ports.person, phoneNumber: '+442071234567' };
    expect(answer(code).kind).toBe('page');
    expect(ports.texts).toHaveLength(2);
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('a refusing gateway is said, and the next try sends', () => {
    ports.gateway = 'refused';
    expect(start()).toMatchObject({ page: 'sms-code', message: 'lifeguardSmsNotSent', sendFailure: 'sms_refused' });
    ports.gateway = 'accepted';
    expect(start()).not.toHaveProperty('message');
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('a gateway without an answer may have sent: nothing is sent twice', () => {
    ports.gateway = 'unknown';
    expect(start()).toMatchObject({ message: 'lifeguardSmsSlow', sendFailure: 'sms_unanswered' });
    expect(start()).not.toHaveProperty('sendFailure');
    expect(ports.texts).toHaveLength(1);
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('the text is repeated with the same code, after half a minute, twice', () => {
    const resend = (): SignInStep => answerSignIn({ state: {}, form: { resend: '' } }, ports);
    start();
    expect(resend()).toMatchObject({ notice: 'lifeguardSmsWait', messageParameters: ['30'] });
    ports.nowInMillis += 29_000;
    expect(resend()).toMatchObject({ notice: 'lifeguardSmsWait', messageParameters: ['1'] });
    ports.nowInMillis += 1_000;
    expect(resend()).toMatchObject({ notice: 'lifeguardSmsSentAgain' });
    expect(resend()).toMatchObject({ notice: 'lifeguardSmsWait', messageParameters: ['30'] });
    ports.nowInMillis += 30_000;
    expect(resend()).toMatchObject({ notice: 'lifeguardSmsSentAgain' });
    ports.nowInMillis += 60_000;
    for (let i = 0; i < 10; i += 1) expect(resend()).toMatchObject({ notice: 'lifeguardSmsNoMore' });
    expect(ports.texts).toEqual(Array(3).fill('Your authentication code is 000001.'));
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('asking again does not give the guesses back, and a refused repetition can be tried again', () => {
    const resend = (): SignInStep => answerSignIn({ state: {}, form: { resend: '' } }, ports);
    start();
    for (let i = 0; i < 5; i += 1) answer('999999');
    ports.nowInMillis += 60_000;
    ports.gateway = 'refused';
    expect(resend()).toMatchObject({ message: 'lifeguardSmsNotSent' });
    ports.gateway = 'accepted';
    expect(resend()).toMatchObject({ notice: 'lifeguardSmsSentAgain' });
    expect(answer(ports.lastCode)).toMatchObject({ message: 'lifeguardTooManyAttempts' });
  });

  test('after the code has expired, asking again sends a new one', () => {
    start();
    ports.nowInMillis += 180_000;
    expect(answerSignIn({ state: {}, form: { resend: '' } }, ports)).not.toHaveProperty('message');
    expect(ports.texts).toEqual(['Your authentication code is 000001.', 'Your authentication code is 000002.']);
  });

  test('a user whose store is read-only signs in', () => {
    ports.readOnly = true;
    start();
    expect(answer(ports.lastCode).kind).toBe('done');
  });

  test('the pool says the text and how long the code lives', () => {
    ports.attributes = {
      ...ports.attributes,
      'lifeguard.smsAuthenticationMessage': '{####} is your code',
      'lifeguard.smsCodeValidityInSeconds': '900',
    };
    start();
    expect(ports.texts).toEqual(['000001 is your code']);
    ports.nowInMillis += 899_999;
    expect(answer(ports.lastCode).kind).toBe('done');
  });
});

test('a text that is bound to the origin ends with the host of the pages', () => {
  ports.attributes = { ...ports.attributes, 'lifeguard.smsIsOriginBound': 'true' };
  start();
  expect(ports.texts).toEqual([`Your authentication code is 000001.\n\n@id.example.org #000001`]);
});
