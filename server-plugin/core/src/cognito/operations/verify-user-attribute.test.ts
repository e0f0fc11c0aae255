import { COGNITO_ATTRIBUTES } from '@lifeguard/shared/cognito';
import { describe, expect, test } from 'vitest';
import { codeExpired } from '../../testing/expected-answers.ts';
import { otherThan, refused, UserBed } from '../../testing/user-bed.ts';

const mismatch = refused('CodeMismatchException', 'Invalid verification code provided, please try again.');
const tooMany = refused('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

const ask = (bed: UserBed) => bed.self('GetUserAttributeVerificationCode', { AttributeName: 'phone_number' });
const answer = (bed: UserBed, Code: string) => bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code });
const unverified = { user: { attributes: { phoneNumberVerified: ['false'] } } };

describe('a value that waits, and that came past the API', () => {
  const FORGED = '+14155550199';
  const forged = { 'lifeguard.pendingPhoneNumber': [FORGED], 'lifeguard.pendingEmail': ['mallory@example.net'] };
  const unauthorized = refused('NotAuthorizedException', 'A client attempted to write unauthorized attribute');

  test.each(['phone_number', 'email'])('is not for a client that may not write %s', (AttributeName) => {
    for (const options of [{ realm: { name: 'company' } }, { client: { settings: { WriteAttributes: ['name'] } } }]) {
      const bed = new UserBed({ ...options, user: { attributes: forged } });
      const before = structuredClone(bed.user);
      expect(bed.self('GetUserAttributeVerificationCode', { AttributeName })).toEqual(unauthorized);
      expect(bed.self('VerifyUserAttribute', { AttributeName, Code: '123456' })).toEqual(unauthorized);
      expect(bed.keycloak.beside.texts).toEqual([]);
      expect(bed.keycloak.beside.mails).toEqual([]);
      expect(bed.user).toEqual(before);
    }
  });

  test('is, for a number, not for a session of the password alone', () => {
    const bed = new UserBed({
      mfa: 'ON',
      attributes: { [COGNITO_ATTRIBUTES.factorChanges]: 'proven-factor' },
      user: { attributes: forged },
    });
    const unproven = refused(
      'NotAuthorizedException',
      'The user has to sign in with the second factor to change how sign-ins are secured.',
    );
    expect(ask(bed)).toEqual(unproven);
    expect(answer(bed, '123456')).toEqual(unproven);
    expect(bed.keycloak.beside.texts).toEqual([]);
    expect(bed.attribute('phoneNumber')).toBe(bed.made.phoneNumber);
  });
});

describe('codes that verify an attribute', () => {
  test('are right once', () => {
    const bed = new UserBed(unverified);
    expect(ask(bed)).toEqual({
      CodeDeliveryDetails: {
        AttributeName: 'phone_number',
        DeliveryMedium: 'SMS',
        Destination: expect.stringMatching(/^\+\*{7}[0-9]{4}$/) as string,
      },
    });
    const code = bed.keycloak.lastCode;
    expect(answer(bed, otherThan(code))).toEqual(mismatch);
    expect(bed.attribute('phoneNumberVerified')).toBe('false');
    expect(answer(bed, code)).toEqual({});
    expect(bed.attribute('phoneNumberVerified')).toBe('true');
    expect(answer(bed, code)).toEqual(codeExpired);
  });

  test('stay right while the address is somebody else’s alias', () => {
    const bed = new UserBed({
      settings: { AliasAttributes: ['email'] },
      user: { email: 'ann@example.org', emailVerified: false },
    });
    const owner = bed.keycloak.addUser(bed.made.poolId, { email: 'ann@example.org' });
    bed.self('GetUserAttributeVerificationCode', { AttributeName: 'email' });
    const verify = () => bed.self('VerifyUserAttribute', { AttributeName: 'email', Code: bed.lastMailedCode });
    expect(verify()).toEqual(refused('AliasExistsException', 'An account with the email already exists.'));
    bed.admin('AdminDeleteUser', { Username: owner.username });
    expect(verify()).toEqual({});
  });

  test('are worth something for a day', () => {
    const late = new UserBed({ ...unverified, realm: { ssoSessionMax: 200_000, accessTokenLifespan: 200_000 } });
    ask(late);
    late.wait(86_400 + 1);
    expect(answer(late, late.keycloak.lastCode)).toEqual(codeExpired);
  });

  test('bear five guesses, and then not even the right one', () => {
    const bed = new UserBed(unverified);
    ask(bed);
    const code = bed.keycloak.lastCode;
    for (let guess = 0; guess < 5; guess += 1) expect(answer(bed, otherThan(code))).toEqual(mismatch);
    expect(answer(bed, code)).toEqual(tooMany);
  });

  test('are sent five times an hour, and looked at fifteen times', () => {
    const bed = new UserBed(unverified);
    for (let text = 0; text < 5; text += 1) expect(ask(bed)).toHaveProperty('CodeDeliveryDetails');
    expect(ask(bed)).toEqual(tooMany);
    for (let guess = 0; guess < 15; guess += 1) answer(bed, 'no-code');
    expect(answer(bed, bed.keycloak.lastCode)).toEqual(tooMany);
  });

  test('of a sign-in are worth nothing here, nor these there', () => {
    const bed = new UserBed({ mfa: 'ON', ...unverified });
    const challenge = bed.initiate();
    const ofSignIn = bed.keycloak.lastCode;
    expect(answer(bed, ofSignIn)).toEqual(codeExpired);
    ask(bed);
    const ofAttribute = bed.keycloak.lastCode;
    if (ofAttribute !== ofSignIn) {
      expect(bed.respond(challenge, { SMS_MFA_CODE: ofAttribute })).toMatchObject({ __type: 'CodeMismatchException' });
    }
  });

  test('are for addresses and numbers alone', () => {
    const bed = new UserBed();
    const only = refused(
      'InvalidParameterException',
      'Invalid attribute name. Only phone_number and email can be verified.',
    );
    expect(bed.self('GetUserAttributeVerificationCode', { AttributeName: 'name' })).toEqual(only);
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'sub', Code: '123456' })).toEqual(only);
  });

  test('are not sent to a user who has no number', () => {
    expect(ask(new UserBed({ user: { phoneNumber: null } }))).toMatchObject({ __type: 'InvalidParameterException' });
  });
});
