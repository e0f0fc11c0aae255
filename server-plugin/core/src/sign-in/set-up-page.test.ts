import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { answerSignIn, startSignIn } from './sign-in.ts';

const LAST_DAY = '2023-11-15';
/** The moment at which 2023-11-15 begins in UTC. */
const END_IN_MILLIS = 1_700_006_400_000;

let ports: MemoryPorts;
beforeEach(() => {
  ports = new MemoryPorts();
  ports.person = { softwareTokens: 0 };
});
const start = () => startSignIn({ state: {} }, ports);
const setUp = (factor: string) => answerSignIn({ state: {}, form: { setUp: factor } }, ports);

describe('with a grace period', () => {
  beforeEach(() => {
    ports.attributes = {
      ...ports.attributes,
      'lifeguard.requiredAfterCreation': 'allowed',
      'lifeguard.setUpGraceEndsOn': LAST_DAY,
    };
  });

  test('a user without a factor is asked to set one up and may postpone it', () => {
    expect(start()).toEqual({
      kind: 'page',
      page: 'set-up',
      state: {},
      factors: ['SOFTWARE_TOKEN_MFA'],
      postponableUntil: LAST_DAY,
    });
    expect(setUp('')).toEqual({ kind: 'done' });
    expect(setUp('SOFTWARE_TOKEN_MFA')).toEqual({ kind: 'setup', action: 'CONFIGURE_TOTP' });
  });

  test('until that day begins', () => {
    ports.nowInMillis = END_IN_MILLIS - 1;
    expect(setUp('')).toEqual({ kind: 'done' });
    ports.nowInMillis = END_IN_MILLIS;
    expect(start()).toEqual({ kind: 'setup', action: 'CONFIGURE_TOTP' });
    expect(setUp('').kind).toBe('setup');
  });

  test('a user who has a factor is asked for it all the same', () => {
    ports.person = { softwareTokens: 1 };
    expect(start()).toMatchObject({ page: 'software-token' });
    expect(setUp('')).toMatchObject({ page: 'software-token' });
  });
});

describe('where users may enter a first number', () => {
  beforeEach(() => {
    ports.attributes = { ...ports.attributes, 'lifeguard.phoneNumberByUser': 'true' };
  });

  test('they choose what to set up', () => {
    expect(start()).toMatchObject({ page: 'set-up', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] });
    expect(setUp('SMS_MFA')).toEqual({ kind: 'setup', action: 'lifeguard-phone-number' });
    expect(setUp('EMAIL_OTP')).toMatchObject({ page: 'set-up' });
    expect(setUp('')).toMatchObject({ page: 'set-up' });
  });

  test('a number that an administrator has set stays the only one, even if it is malformed', () => {
    ports.person = { softwareTokens: 0, phoneNumber: '0123' };
    expect(start()).toEqual({ kind: 'setup', action: 'CONFIGURE_TOTP' });
    expect(setUp('SMS_MFA').kind).toBe('setup');
    expect(ports.requested).not.toContain('lifeguard-phone-number');
  });
});

test('nobody sets up what the realm has switched off', () => {
  ports.requiredActions = [];
  expect(start()).toMatchObject({ kind: 'refusal', reason: 'CONFIGURE_TOTP_disabled' });
});
