import { describe, expect, test } from 'vitest';
import { refused, UserBed } from '../../testing/user-bed.ts';

const POLICY = { passwordPolicy: 'length(8) and digits(1)' };
const wrong = refused('NotAuthorizedException', 'Incorrect username or password.');
const tooMany = refused('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
const NEXT = 'Another-1-password';

const change = (bed: UserBed, PreviousPassword: string | undefined, ProposedPassword = NEXT) =>
  bed.self('ChangePassword', { PreviousPassword, ProposedPassword });

describe('ChangePassword', () => {
  test('puts the new one in place of the old one', () => {
    const bed = new UserBed({ mfa: 'OFF' });
    expect(change(bed, bed.made.password)).toEqual({});
    expect(bed.initiate()).toEqual(wrong);
    expect(bed.initiate({ PASSWORD: NEXT })).toHaveProperty('AuthenticationResult');
  });

  test('wants the previous one, whose guesses count for the lock', () => {
    const bed = new UserBed({ realm: { bruteForce: { failures: 3, waitIncrement: 60, maxWait: 900 } } });
    for (let guess = 0; guess < 3; guess += 1) expect(change(bed, 'wrong')).toEqual(wrong);
    expect(change(bed, bed.made.password)).toEqual(refused('NotAuthorizedException', 'Password attempts exceeded'));
    expect(bed.user.password).toBe(bed.made.password);
    expect(bed.keycloak.beside.events.at(-1)).toMatchObject({ type: 'LOGIN_ERROR' });
  });

  test('is refused without the previous one, also to users who have none', () => {
    const bed = new UserBed();
    expect(change(bed, undefined)).toEqual(wrong);
    bed.user.password = null;
    expect(change(bed, undefined)).toEqual(wrong);
    expect(bed.user.password).toBeNull();
  });

  test('five times an hour', () => {
    const bed = new UserBed({ realm: { ssoSessionMax: 9000, accessTokenLifespan: 9000 } });
    for (let time = 0; time < 5; time += 1) change(bed, 'wrong');
    expect(change(bed, bed.made.password)).toEqual(tooMany);
    bed.wait(3600);
    expect(change(bed, bed.made.password)).toEqual({});
  });

  test.each([
    ['Short1', 'Password not long enough'],
    ['without-digits', 'Password must have numeric characters'],
  ])('obeys the policy: %s', (password, words) => {
    const bed = new UserBed({ realm: POLICY });
    expect(change(bed, bed.made.password, password)).toEqual(
      refused('InvalidPasswordException', `Password did not conform with policy: ${words}`),
    );
  });

  test('does not repeat a password where the policy says so', () => {
    const bed = new UserBed({ realm: { passwordPolicy: 'passwordHistory(3)' } });
    expect(change(bed, bed.made.password, bed.made.password)).toMatchObject({
      __type: 'PasswordHistoryPolicyViolationException',
    });
  });

  test('is refused where the password can not be written', () => {
    const bed = new UserBed({ user: { readOnly: true } });
    expect(change(bed, bed.made.password)).toMatchObject({ __type: 'NotAuthorizedException' });
  });
});

describe('AdminSetUserPassword', () => {
  test('sets a permanent one, and ends what asked for one', () => {
    const bed = new UserBed({ mfa: 'OFF', user: { requiredActions: ['UPDATE_PASSWORD'] } });
    expect(bed.manage('AdminSetUserPassword', { Password: NEXT, Permanent: true })).toEqual({});
    expect(bed.manage('AdminGetUser')).toMatchObject({ UserStatus: 'CONFIRMED' });
    expect(bed.initiate({ PASSWORD: NEXT })).toHaveProperty('AuthenticationResult');
  });

  test('sets a temporary one otherwise', () => {
    const bed = new UserBed();
    expect(bed.manage('AdminSetUserPassword', { Password: NEXT })).toEqual({});
    expect(bed.manage('AdminGetUser')).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD' });
    expect(bed.initiate({ PASSWORD: NEXT })).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  });

  test('confirms a user who has signed up, but enables nobody', () => {
    const bed = new UserBed();
    bed.anybody('SignUp', { Username: 'ada', Password: NEXT });
    bed.admin('AdminSetUserPassword', { Username: 'ada', Password: NEXT, Permanent: true });
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ UserStatus: 'CONFIRMED', Enabled: true });
    bed.user.enabled = false;
    bed.manage('AdminSetUserPassword', { Password: NEXT, Permanent: true });
    expect(bed.manage('AdminGetUser')).toMatchObject({ UserStatus: 'CONFIRMED', Enabled: false });
  });

  test('obeys the policy, and tells no password to anybody', () => {
    const bed = new UserBed({ realm: POLICY });
    expect(bed.manage('AdminSetUserPassword', { Password: 'Short1', Permanent: true })).toMatchObject({
      __type: 'InvalidPasswordException',
    });
    bed.manage('AdminSetUserPassword', { Password: NEXT, Permanent: true });
    expect(bed.keycloak.world.adminEvents.at(-1)).toMatchObject({ details: { password: 'permanent' } });
    expect(JSON.stringify(bed.keycloak.world.adminEvents)).not.toContain(NEXT);
  });

  test('does not answer the second factor', () => {
    const bed = new UserBed({ mfa: 'ON' });
    bed.manage('AdminSetUserPassword', { Password: NEXT, Permanent: true });
    expect(bed.initiate({ PASSWORD: NEXT })).toMatchObject({ ChallengeName: 'SMS_MFA' });
  });
});
