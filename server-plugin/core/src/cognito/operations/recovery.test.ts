import { describe, expect, test } from 'vitest';
import { otherThan, refused, UserBed } from '../../testing/user-bed.ts';

const NEXT = 'Another-1-password';
const HIDING = { client: { settings: { PreventUserExistenceErrors: 'ENABLED' } } } as const;
const mismatch = refused('CodeMismatchException', 'Invalid verification code provided, please try again.');
const expired = refused('ExpiredCodeException', 'Invalid code provided, please request a code again.');
const tooMany = refused('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
const unknown = refused('UserNotFoundException', 'Username/client id combination not found.');
const nowhere = refused(
  'InvalidParameterException',
  'Cannot reset password for the user as there is no registered/verified email or phone_number',
);

const forgot = (bed: UserBed, input: object = {}) => bed.anybody('ForgotPassword', input);
const confirm = (bed: UserBed, ConfirmationCode: string, input: object = {}) =>
  bed.anybody('ConfirmForgotPassword', { ConfirmationCode, Password: NEXT, ...input });

describe('a code for a new password', () => {
  test('goes to the verified address, masked by three stars each side, and is right once', () => {
    const bed = new UserBed({ mfa: 'OFF', user: { email: 'test@test.com' } });
    expect(forgot(bed)).toEqual({
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 't***@t***' },
    });
    const code = bed.lastMailedCode;
    expect(bed.user.password).toBe(bed.made.password);
    expect(confirm(bed, otherThan(code))).toEqual(mismatch);
    expect(confirm(bed, code)).toEqual({});
    expect(bed.initiate({ PASSWORD: NEXT })).toHaveProperty('AuthenticationResult');
    expect(confirm(bed, code)).toEqual(expired);
  });

  test('leaves the second factor to be asked for', () => {
    const bed = new UserBed({ mfa: 'ON' });
    forgot(bed);
    confirm(bed, bed.lastMailedCode);
    expect(bed.initiate({ PASSWORD: NEXT })).toMatchObject({ ChallengeName: 'SMS_MFA' });
  });

  test('never goes to a phone whose codes answer the second factor', () => {
    const onlyPhone = { emailVerified: false };
    expect(forgot(new UserBed({ mfa: 'ON', user: onlyPhone }))).toEqual(nowhere);
    const optional = new UserBed({ user: onlyPhone });
    expect(forgot(optional)).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'SMS' } });
    const code = optional.keycloak.lastCode;
    optional.self('SetUserMFAPreference', { SMSMfaSettings: { Enabled: true } });
    expect(forgot(optional)).toEqual(nowhere);
    expect(confirm(optional, code)).toEqual(expired);
  });

  test('never goes there either when an authenticator could be chosen instead', () => {
    const bed = new UserBed({ mfa: 'ON', user: { emailVerified: false } });
    bed.user.tokens.push({ id: 'token', label: '', seedBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' });
    expect(forgot(bed)).toEqual(nowhere);
  });

  test('goes by what the pool puts first', () => {
    const AccountRecoverySetting = {
      RecoveryMechanisms: [
        { Name: 'verified_email', Priority: 2 },
        { Name: 'verified_phone_number', Priority: 1 },
      ],
    } as const;
    const bed = new UserBed({ settings: { AccountRecoverySetting } });
    expect(forgot(bed)).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'SMS' } });
    const closed = new UserBed({
      settings: { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] } },
    });
    expect(forgot(closed)).toEqual(nowhere);
  });

  test('is not sent in a realm that has not opened this way', () => {
    expect(forgot(new UserBed({ realm: { name: 'company' } }))).toEqual(nowhere);
  });

  test('is not sent to whom it should not lead to a password', () => {
    const disabled = new UserBed({ user: { enabled: true } });
    disabled.user.enabled = false;
    expect(forgot(disabled)).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
    expect(forgot(new UserBed({ user: { requiredActions: ['UPDATE_PASSWORD'] } }))).toEqual(
      refused('NotAuthorizedException', 'User password cannot be reset in the current state.'),
    );
    expect(forgot(new UserBed({ user: { emailVerified: false, phoneNumber: null } }))).toEqual(nowhere);
    const bed = new UserBed();
    bed.anybody('SignUp', { Username: 'ada', Password: NEXT });
    expect(forgot(bed, { Username: 'ada' })).toEqual(nowhere);
    expect(forgot(bed, { Username: 'nobody' })).toEqual(unknown);
    expect(confirm(bed, '123456', { Username: 'nobody' })).toEqual(unknown);
  });

  test('is not looked at when the user has been disabled since', () => {
    const bed = new UserBed();
    forgot(bed);
    bed.user.enabled = false;
    expect(confirm(bed, bed.lastMailedCode)).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
  });

  test('is worth nothing once the address is not verified any more', () => {
    const bed = new UserBed();
    forgot(bed);
    bed.user.emailVerified = false;
    expect(confirm(bed, bed.lastMailedCode)).toEqual(expired);
  });

  test('is worth something for an hour', () => {
    const bed = new UserBed();
    forgot(bed);
    bed.wait(3601);
    expect(confirm(bed, bed.lastMailedCode)).toEqual(expired);
  });

  test('ends the one that was sent before', () => {
    const bed = new UserBed();
    forgot(bed);
    const first = bed.lastMailedCode;
    forgot(bed);
    if (first !== bed.lastMailedCode) expect(confirm(bed, first)).toEqual(mismatch);
    expect(confirm(bed, bed.lastMailedCode)).toEqual({});
  });

  test('bears five guesses, which count for the lock', () => {
    const bed = new UserBed({ realm: { bruteForce: { failures: 50, waitIncrement: 60, maxWait: 900 } } });
    forgot(bed);
    const code = bed.lastMailedCode;
    for (let guess = 0; guess < 5; guess += 1) expect(confirm(bed, otherThan(code))).toEqual(mismatch);
    expect(confirm(bed, code)).toEqual(tooMany);
    expect([...bed.keycloak.beside.failures.values()]).toMatchObject([{ count: 5 }]);
  });

  test('is not looked at while the user is locked', () => {
    const bed = new UserBed({ realm: { bruteForce: { failures: 2, waitIncrement: 60, maxWait: 900 } } });
    forgot(bed);
    for (let guess = 0; guess < 2; guess += 1) bed.initiate({ PASSWORD: 'wrong' });
    expect(confirm(bed, bed.lastMailedCode)).toEqual(tooMany);
    bed.wait(61);
    expect(confirm(bed, bed.lastMailedCode)).toEqual({});
  });

  test('is sent five times an hour', () => {
    const bed = new UserBed();
    for (let mail = 0; mail < 5; mail += 1) expect(forgot(bed)).toHaveProperty('CodeDeliveryDetails');
    expect(forgot(bed)).toEqual(tooMany);
    expect(bed.keycloak.beside.mails).toHaveLength(5);
  });

  test('is not used up by a password that the pool does not take', () => {
    const bed = new UserBed({ realm: { passwordPolicy: 'length(8)' } });
    forgot(bed);
    expect(confirm(bed, bed.lastMailedCode, { Password: 'short' })).toEqual(
      refused('InvalidPasswordException', 'Password did not conform with policy: Password not long enough'),
    );
    expect(confirm(bed, bed.lastMailedCode)).toEqual({});
  });

  test('wants the hash of a client that has a secret', () => {
    const bed = new UserBed({ client: { secret: 'the secret of this client' } });
    const missing = `Client ${bed.made.clientId} is configured with secret but SECRET_HASH was not received`;
    expect(forgot(bed)).toEqual(refused('NotAuthorizedException', missing));
    expect(confirm(bed, '123456')).toEqual(refused('NotAuthorizedException', missing));
    expect(forgot(bed, { SecretHash: 'abcd' })).toEqual(
      refused('NotAuthorizedException', `Unable to verify secret hash for client ${bed.made.clientId}`),
    );
  });

  test('is of one user: it opens no other account', () => {
    const bed = new UserBed();
    const other = bed.keycloak.addUser(bed.made.poolId, { username: 'other' });
    forgot(bed);
    forgot(bed, { Username: 'other' });
    const [first = '', second = ''] = bed.keycloak.beside.mails.map(({ text }) => /[0-9]{6}/.exec(text)?.[0]);
    if (first !== second) expect(confirm(bed, first, { Username: 'other' })).toEqual(mismatch);
    expect(bed.keycloak.user(bed.made.poolId, 'other').password).toBe(other.password);
  });
});

describe('where existence is hidden', () => {
  test('a name that nobody has gets the same answer each time, and no mail goes out', () => {
    const bed = new UserBed(HIDING);
    const answer = forgot(bed, { Username: 'nobody' });
    expect(answer).toEqual({
      CodeDeliveryDetails: {
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: expect.stringMatching(/^[a-z]\*\*\*@[a-z]\*\*\*$/) as string,
      },
    });
    expect(forgot(bed, { Username: 'nobody' })).toEqual(answer);
    expect(bed.keycloak.beside.mails).toEqual([]);
    expect(forgot(bed, { Username: 'NOBODY' })).toEqual(answer);
    for (const Username of ['who@where.org', 'Who@Where.org']) {
      expect(forgot(bed, { Username })).toMatchObject({ CodeDeliveryDetails: { Destination: 'w***@w***' } });
    }
  });

  test('nothing tells a user from a name that nobody has: not too many codes, not a state, not a lost mail', () => {
    const bed = new UserBed(HIDING);
    for (let mail = 0; mail < 7; mail += 1) expect(forgot(bed)).toHaveProperty('CodeDeliveryDetails');
    expect(bed.keycloak.beside.mails).toHaveLength(5);
    bed.wait(3600);
    bed.keycloak.beside.mailer = 'refused';
    expect(forgot(bed)).toHaveProperty('CodeDeliveryDetails');
    bed.user.enabled = false;
    expect(forgot(bed)).toHaveProperty('CodeDeliveryDetails');
    expect(confirm(bed, '123456')).toEqual(mismatch);
    expect(confirm(bed, '123456', { Username: 'nobody' })).toEqual(mismatch);
  });

  test('the right code is right', () => {
    const bed = new UserBed(HIDING);
    expect(confirm(bed, '123456')).toEqual(mismatch);
    forgot(bed);
    const code = bed.lastMailedCode;
    expect(confirm(bed, otherThan(code))).toEqual(mismatch);
    expect(confirm(bed, code)).toEqual({});
    expect(bed.user.password).toBe(NEXT);
  });

  test('a password that the pool does not take says nothing of who there is', () => {
    const bed = new UserBed({ ...HIDING, realm: { passwordPolicy: 'length(8)' } });
    const known = confirm(bed, '123456', { Password: 'short' });
    expect(known).toMatchObject({ __type: 'InvalidPasswordException' });
    expect(confirm(bed, '123456', { Username: 'nobody', Password: 'short' })).toEqual(known);
  });
});

describe('AdminResetUserPassword', () => {
  test('takes the password away: signing in fails before any factor, until the code has led to a new one', () => {
    const bed = new UserBed({ mfa: 'ON' });
    expect(bed.manage('AdminResetUserPassword')).toEqual({});
    expect(bed.manage('AdminGetUser')).toMatchObject({ UserStatus: 'RESET_REQUIRED' });
    expect(bed.initiate()).toEqual(refused('PasswordResetRequiredException', 'Password reset required for the user'));
    expect(bed.keycloak.beside.texts).toEqual([]);
    expect(confirm(bed, bed.lastMailedCode)).toEqual({});
    expect(bed.manage('AdminGetUser')).toMatchObject({ UserStatus: 'CONFIRMED' });
    expect(bed.initiate({ PASSWORD: NEXT })).toMatchObject({ ChallengeName: 'SMS_MFA' });
  });

  test('can be followed by another code', () => {
    const bed = new UserBed();
    bed.manage('AdminResetUserPassword');
    bed.wait(3601);
    forgot(bed);
    expect(confirm(bed, bed.lastMailedCode)).toEqual({});
  });

  test('leaves the password of a user for whom there is nowhere to send a code, and takes it when one is lost', () => {
    const nobody = new UserBed({ user: { emailVerified: false, phoneNumber: null } });
    expect(nobody.manage('AdminResetUserPassword')).toEqual(nowhere);
    expect(nobody.user.password).toBe(nobody.made.password);
    const bed = new UserBed();
    bed.keycloak.beside.mailer = 'refused';
    expect(bed.manage('AdminResetUserPassword')).toEqual({});
    expect(bed.user.password).toBeNull();
    expect(bed.keycloak.world.adminEvents.at(-1)).toMatchObject({ details: { codeSent: false } });
  });

  test('is refused, and leaves no mark and sends no code, where a directory keeps the password', () => {
    const bed = new UserBed({ user: { keepsPasswordElsewhere: true } });
    expect(bed.manage('AdminResetUserPassword')).toEqual(
      refused('NotAuthorizedException', 'The store of this user cannot be written.'),
    );
    expect(bed.keycloak.beside.mails).toEqual([]);
    expect(bed.manage('AdminGetUser')).toMatchObject({ UserStatus: 'CONFIRMED' });
    expect(bed.attribute('lifeguard.passwordReset')).toBeUndefined();
  });

  test('is refused for a temporary password', () => {
    expect(new UserBed({ user: { requiredActions: ['UPDATE_PASSWORD'] } }).manage('AdminResetUserPassword')).toEqual(
      refused('NotAuthorizedException', 'User password cannot be reset in the current state.'),
    );
  });
});
