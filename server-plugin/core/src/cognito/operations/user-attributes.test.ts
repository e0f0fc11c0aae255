import { COGNITO_ATTRIBUTES } from '@lifeguard/shared/cognito';
import { describe, expect, test } from 'vitest';
import { attributes, otherThan, refused, UserBed } from '../../testing/user-bed.ts';

const AUTO = { AutoVerifiedAttributes: ['email', 'phone_number'] } as const;
const mismatch = refused('CodeMismatchException', 'Invalid verification code provided, please try again.');
const expired = refused('ExpiredCodeException', 'Invalid code provided, please request a code again.');
const tooMany = refused('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

const ask = (bed: UserBed) => bed.self('GetUserAttributeVerificationCode', { AttributeName: 'phone_number' });
const answer = (bed: UserBed, Code: string) => bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code });
const unverified = { user: { attributes: { phoneNumberVerified: ['false'] } } };

describe('GetUser', () => {
  test('tells the sub first, all values as text, and no factor where none was set', () => {
    const bed = new UserBed({
      user: { firstName: 'Ada', attributes: { 'custom:x': ['1'], LDAP_ENTRY_DN: ['uid=ada'] } },
    });
    const { username, userId, phoneNumber } = bed.made;
    expect(bed.self('GetUser')).toEqual({
      Username: username,
      UserAttributes: [
        { Name: 'sub', Value: userId },
        { Name: 'email', Value: `${username}@example.org` },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'given_name', Value: 'Ada' },
        { Name: 'phone_number', Value: phoneNumber },
        { Name: 'phone_number_verified', Value: 'true' },
      ],
    });
  });

  test('tells factors once they were set', () => {
    const bed = new UserBed();
    bed.self('SetUserMFAPreference', { SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(bed.self('GetUser')).toMatchObject({
      UserMFASettingList: ['SMS_MFA'],
      PreferredMfaSetting: 'SMS_MFA',
      MFAOptions: [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }],
    });
  });

  test('tells only what the client may read', () => {
    const bed = new UserBed({ client: { settings: { ReadAttributes: ['email'] } } });
    expect(bed.self('GetUser')['UserAttributes']).toEqual([
      { Name: 'sub', Value: bed.made.userId },
      { Name: 'email', Value: `${bed.made.username}@example.org` },
    ]);
  });

  test('is refused with a token of nobody, of a disabled user, and of one who is gone', () => {
    const bed = new UserBed();
    expect(bed.call('GetUser', { AccessToken: 'abc' })).toEqual(
      refused('NotAuthorizedException', 'Invalid Access Token'),
    );
    bed.user.enabled = false;
    expect(bed.self('GetUser')).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
    bed.user.enabled = true;
    expect(bed.self('DeleteUser')).toEqual({});
    expect(bed.self('GetUser')).toMatchObject({ __type: 'NotAuthorizedException' });
  });
});

describe('AdminGetUser', () => {
  test('tells status and dates, in seconds', () => {
    const bed = new UserBed();
    const made = bed.keycloak.clock.now() / 1000;
    bed.wait(60);
    bed.manage('AdminUpdateUserAttributes', { UserAttributes: attributes({ name: 'Ada' }) });
    expect(bed.manage('AdminGetUser')).toMatchObject({
      Username: bed.made.username,
      UserStatus: 'CONFIRMED',
      Enabled: true,
      UserCreateDate: made,
      UserLastModifiedDate: made + 60,
    });
  });

  test('finds users by sub, and by an alias once it is verified', () => {
    const bed = new UserBed({ settings: { AliasAttributes: ['email', 'phone_number'] } });
    const { username, userId, phoneNumber } = bed.made;
    for (const name of [userId, `${username}@example.org`, `${username.toUpperCase()}@example.org`, phoneNumber]) {
      expect(bed.admin('AdminGetUser', { Username: name })).toMatchObject({ Username: username });
    }
    bed.user.emailVerified = false;
    expect(bed.admin('AdminGetUser', { Username: `${username}@example.org` })).toEqual(
      refused('UserNotFoundException', 'User does not exist.'),
    );
  });

  test('finds nobody by an address that is no alias of the pool', () => {
    const bed = new UserBed();
    expect(bed.admin('AdminGetUser', { Username: `${bed.made.username}@example.org` })).toEqual(
      refused('UserNotFoundException', 'User does not exist.'),
    );
  });

  test('finds the owner of an alias among those who only say that it is theirs', () => {
    const bed = new UserBed({ settings: { AliasAttributes: ['email'] } });
    const email = `${bed.made.username}@example.org`;
    for (let index = 0; index < 60; index += 1) {
      bed.keycloak.addUser(bed.made.poolId, { username: `a-liar-${index}`, email, emailVerified: false });
    }
    expect(bed.admin('AdminGetUser', { Username: email })).toMatchObject({ Username: bed.made.username });
  });

  test('finds a user by a preferred_username that only one has', () => {
    const bed = new UserBed({
      settings: { AliasAttributes: ['preferred_username'] },
      user: { attributes: { preferred_username: ['ada'] } },
    });
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ Username: bed.made.username });
    bed.keycloak.addUser(bed.made.poolId, { attributes: { preferred_username: ['ada'] } });
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ __type: 'UserNotFoundException' });
  });

  test('takes nobody whose name is the sub of another for that one', () => {
    const bed = new UserBed();
    bed.keycloak.addUser(bed.made.poolId, { username: bed.made.userId });
    expect(bed.admin('AdminGetUser', { Username: bed.made.userId })).toMatchObject({ Username: bed.made.username });
  });

  test('is for those who may view users of that pool', () => {
    const bed = new UserBed();
    const other = new UserBed();
    expect(bed.call('AdminGetUser', { UserPoolId: bed.made.poolId, Username: 'x' })).toMatchObject({
      __type: 'MissingAuthenticationTokenException',
    });
    const key = bed.keycloak.addKey('master', [`${other.made.poolId}-realm/view-users`]);
    const request = { UserPoolId: bed.made.poolId, Username: bed.made.username };
    expect(bed.keycloak.call('AdminGetUser', request, { signedBy: key }).body).toMatchObject({
      __type: 'AccessDeniedException',
    });
  });
});

describe('UpdateUserAttributes', () => {
  test('writes what the schema knows, and deletes what is blank', () => {
    const bed = new UserBed({
      settings: { Schema: [{ Name: 'plan', AttributeDataType: 'String', Mutable: true }] },
      user: { lastName: 'Byron' },
    });
    const changed = attributes({ given_name: 'Ada', family_name: '', 'custom:plan': 'gold', nickname: 'A' });
    expect(bed.self('UpdateUserAttributes', { UserAttributes: changed })).toEqual({ CodeDeliveryDetailsList: [] });
    expect(bed.told()).toMatchObject({ given_name: 'Ada', 'custom:plan': 'gold', nickname: 'A' });
    expect(bed.told()).not.toHaveProperty('family_name');
    expect(bed.user.firstName).toBe('Ada');
    expect(bed.user.lastName).toBeUndefined();
  });

  test.each([
    ['custom:no', 'x', 'InvalidParameterException', 'user.custom:no: Attribute does not exist in the schema.\n'],
    [
      'lifeguard.enabledMfa',
      'none',
      'InvalidParameterException',
      'user.lifeguard.enabledMfa: Attribute does not exist in the schema.\n',
    ],
    ['constructor', 'x', 'InvalidParameterException', 'user.constructor: Attribute does not exist in the schema.\n'],
    [
      'phoneNumber',
      '+14155550199',
      'InvalidParameterException',
      'user.phoneNumber: Attribute does not exist in the schema.\n',
    ],
    ['custom:fixed', 'x', 'InvalidParameterException', 'user.custom:fixed: Attribute cannot be updated.\n'],
    ['sub', 'x', 'InvalidParameterException', 'Cannot modify the non-mutable attribute sub'],
    ['email_verified', 'true', 'InvalidParameterException', 'Cannot modify the non-mutable attribute email_verified'],
    [
      'phone_number_verified',
      'true',
      'InvalidParameterException',
      'Cannot modify the non-mutable attribute phone_number_verified',
    ],
    ['email', 'nobody', 'InvalidParameterException', 'Invalid email address format.'],
    ['email', 'a@b\r\nBcc: c@d', 'InvalidParameterException', 'Invalid email address format.'],
    ['phone_number', '4155550123', 'InvalidParameterException', 'Invalid phone number format.'],
    ['dev:custom:own', 'x', 'NotAuthorizedException', 'A client attempted to write unauthorized attribute'],
  ])('refuses %s = %s', (Name, Value, type, message) => {
    const Schema = [
      { Name: 'fixed', AttributeDataType: 'String', Mutable: false },
      { Name: 'own', AttributeDataType: 'String', Mutable: true, DeveloperOnlyAttribute: true },
    ] as const;
    const bed = new UserBed({ settings: { Schema } });
    const before = structuredClone(bed.user);
    const request = { UserAttributes: [...attributes({ nickname: 'A' }), { Name, Value }] };
    expect(bed.self('UpdateUserAttributes', request)).toEqual(refused(type, message));
    expect(bed.user).toEqual(before);
  });

  test('writes only what the client may write', () => {
    const bed = new UserBed({ client: { settings: { WriteAttributes: ['name'] } } });
    expect(bed.self('UpdateUserAttributes', { UserAttributes: attributes({ name: 'Ada' }) })).not.toHaveProperty(
      '__type',
    );
    expect(bed.self('UpdateUserAttributes', { UserAttributes: attributes({ email: 'a@example.org' }) })).toEqual(
      refused('NotAuthorizedException', 'A client attempted to write unauthorized attribute'),
    );
  });

  test('in a realm that the API has not made writes nothing that the client was not given', () => {
    const closed = new UserBed({ realm: { name: 'company' } });
    const request = { UserAttributes: attributes({ phone_number: '+14155550199' }) };
    expect(closed.self('UpdateUserAttributes', request)).toEqual(
      refused('NotAuthorizedException', 'A client attempted to write unauthorized attribute'),
    );
    const opened = new UserBed({
      realm: { name: 'company' },
      client: { settings: { WriteAttributes: ['phone_number'] } },
    });
    expect(opened.self('UpdateUserAttributes', request)).not.toHaveProperty('__type');
  });

  test('puts a new number in force at once, unverified, and sends it a code', () => {
    const bed = new UserBed({ settings: AUTO, mfa: 'ON' });
    const request = { UserAttributes: attributes({ phone_number: '+14155550199' }) };
    expect(bed.self('UpdateUserAttributes', request)).toEqual({
      CodeDeliveryDetailsList: [{ AttributeName: 'phone_number', DeliveryMedium: 'SMS', Destination: '+*******0199' }],
    });
    expect(bed.told()).toMatchObject({ phone_number: '+14155550199', phone_number_verified: 'false' });
    expect(bed.keycloak.beside.texts.at(-1)).toMatchObject({ to: '+14155550199' });
    expect(bed.user.listedPhone).toBe('+*******0199');
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code: bed.keycloak.lastCode })).toEqual({});
    expect(bed.told()).toMatchObject({ phone_number_verified: 'true' });
  });

  test('makes a code worthless that went to the number before', () => {
    const bed = new UserBed({ user: { attributes: { phoneNumberVerified: ['false'] } } });
    bed.self('GetUserAttributeVerificationCode', { AttributeName: 'phone_number' });
    const Code = bed.keycloak.lastCode;
    bed.self('UpdateUserAttributes', { UserAttributes: attributes({ phone_number: '+14155550199' }) });
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code })).toEqual(expired);
    bed.self('UpdateUserAttributes', { UserAttributes: attributes({ phone_number: bed.made.phoneNumber }) });
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code })).toEqual(expired);
    expect(bed.attribute('phoneNumberVerified')).toBe('false');
  });

  test('leaves a value verified that does not change', () => {
    const bed = new UserBed({ settings: AUTO });
    const same = attributes({ phone_number: bed.made.phoneNumber, email: `${bed.made.username}@Example.org` });
    expect(bed.self('UpdateUserAttributes', { UserAttributes: same })).toEqual({ CodeDeliveryDetailsList: [] });
    expect(bed.told()).toMatchObject({ phone_number_verified: 'true', email_verified: 'true' });
  });

  test('keeps the old value in force until the new one is verified, where the pool says so', () => {
    const bed = new UserBed({
      mfa: 'ON',
      settings: {
        ...AUTO,
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number', 'email'] },
      },
    });
    const { phoneNumber, username } = bed.made;
    const request = { UserAttributes: attributes({ phone_number: '+14155550199', email: 'new@example.net' }) };
    expect(bed.self('UpdateUserAttributes', request)['CodeDeliveryDetailsList']).toHaveLength(2);
    expect(bed.told()).toMatchObject({ phone_number: phoneNumber, email: `${username}@example.org` });
    expect(bed.keycloak.beside.mails.at(-1)).toMatchObject({ to: 'new@example.net' });
    bed.initiate();
    expect(bed.keycloak.beside.texts.at(-1)).toMatchObject({ to: phoneNumber });

    const Code = /[0-9]{6}/.exec(bed.keycloak.beside.texts.at(-2)?.text ?? '')?.[0] ?? '';
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code })).toEqual({});
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'email', Code: bed.lastMailedCode })).toEqual({});
    expect(bed.told()).toMatchObject({
      phone_number: '+14155550199',
      phone_number_verified: 'true',
      email: 'new@example.net',
      email_verified: 'true',
    });
    expect(bed.attribute('lifeguard.pendingPhoneNumber')).toBeUndefined();
  });

  test('takes no alias that is verified for somebody else', () => {
    const bed = new UserBed({ settings: { ...AUTO, AliasAttributes: ['email'] } });
    bed.keycloak.addUser(bed.made.poolId, { email: 'taken@example.org', emailVerified: true });
    bed.self('UpdateUserAttributes', { UserAttributes: attributes({ email: 'taken@example.org' }) });
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'email', Code: bed.lastMailedCode })).toEqual(
      refused('AliasExistsException', 'An account with the email already exists.'),
    );
    expect(bed.user.emailVerified).toBe(false);
  });

  test('takes no address that is the name of somebody else, verified or not', () => {
    const bed = new UserBed({ settings: { UsernameAttributes: ['email'] } });
    bed.keycloak.addUser(bed.made.poolId, { email: 'taken@example.org', emailVerified: false });
    expect(bed.self('UpdateUserAttributes', { UserAttributes: attributes({ email: 'taken@example.org' }) })).toEqual(
      refused('AliasExistsException', 'An account with the email already exists.'),
    );
  });

  test('takes no preferred_username that somebody else signs in by', () => {
    const bed = new UserBed({ settings: { AliasAttributes: ['preferred_username'] } });
    bed.keycloak.addUser(bed.made.poolId, { attributes: { preferred_username: ['ada'] } });
    expect(bed.self('UpdateUserAttributes', { UserAttributes: attributes({ preferred_username: 'ada' }) })).toEqual(
      refused('AliasExistsException', 'An account with the preferred_username already exists.'),
    );
  });

  test('does not take a number away that is the last factor in a pool at ON', () => {
    const request = { UserAttributes: attributes({ phone_number: '' }) };
    const required = new UserBed({ mfa: 'ON' });
    expect(required.self('UpdateUserAttributes', request)).toMatchObject({ __type: 'InvalidParameterException' });
    expect(required.attribute('phoneNumber')).toBe(required.made.phoneNumber);
    const optional = new UserBed();
    expect(optional.self('UpdateUserAttributes', request)).toEqual({ CodeDeliveryDetailsList: [] });
    expect(optional.attribute('phoneNumber')).toBeUndefined();
    expect(optional.attribute('phoneNumberVerified')).toBeUndefined();
  });

  test('changes nothing when the code can not be sent', () => {
    const bed = new UserBed({ settings: AUTO });
    bed.keycloak.beside.gateway = 'refused';
    expect(bed.self('UpdateUserAttributes', { UserAttributes: attributes({ phone_number: '+14155550199' }) })).toEqual(
      refused('CodeDeliveryFailureException', 'Unable to deliver code to user'),
    );
    expect(bed.attribute('phoneNumber')).toBe(bed.made.phoneNumber);
  });

  test('is refused for users whose store can not be written', () => {
    const bed = new UserBed({ user: { readOnly: true } });
    expect(bed.self('UpdateUserAttributes', { UserAttributes: attributes({ name: 'Ada' }) })).toMatchObject({
      __type: 'NotAuthorizedException',
    });
  });
});

describe('AdminUpdateUserAttributes', () => {
  test('says what is verified, and then sends no code', () => {
    const bed = new UserBed({ settings: AUTO });
    const UserAttributes = attributes({ phone_number: '+14155550199', phone_number_verified: 'true' });
    expect(bed.manage('AdminUpdateUserAttributes', { UserAttributes })).toEqual({});
    expect(bed.told()).toMatchObject({ phone_number: '+14155550199', phone_number_verified: 'true' });
    expect(bed.keycloak.beside.texts).toEqual([]);
  });

  test('without that resets the verification and sends one', () => {
    const bed = new UserBed({ settings: AUTO });
    bed.manage('AdminUpdateUserAttributes', { UserAttributes: attributes({ phone_number: '+14155550199' }) });
    expect(bed.told()).toMatchObject({ phone_number: '+14155550199', phone_number_verified: 'false' });
    expect(bed.keycloak.beside.texts).toHaveLength(1);
  });

  test('stands also when the code can not be sent', () => {
    const bed = new UserBed({ settings: AUTO });
    bed.keycloak.beside.gateway = 'refused';
    expect(
      bed.manage('AdminUpdateUserAttributes', { UserAttributes: attributes({ phone_number: '+14155550199' }) }),
    ).toEqual({});
    expect(bed.attribute('phoneNumber')).toBe('+14155550199');
  });

  test('is told to operators, without whole numbers and addresses', () => {
    const bed = new UserBed();
    const UserAttributes = attributes({ phone_number: '+14155550199', email: 'new@example.net', name: 'Ada' });
    bed.manage('AdminUpdateUserAttributes', { UserAttributes });
    expect(bed.keycloak.world.adminEvents.at(-1)).toMatchObject({
      operation: 'UPDATE',
      resource: 'USER',
      details: { id: bed.made.userId, attributes: { phone_number: '+*******0199', email: 'n***@e***', name: true } },
    });
    expect(JSON.stringify(bed.keycloak.world.adminEvents)).not.toMatch(/5550199|new@example/);
  });

  test('verifies nothing that is not there', () => {
    const bed = new UserBed({ user: { phoneNumber: null } });
    const UserAttributes = attributes({ phone_number_verified: 'true' });
    expect(bed.manage('AdminUpdateUserAttributes', { UserAttributes })).toMatchObject({
      __type: 'InvalidParameterException',
    });
  });

  test('replaces a value that waits', () => {
    const bed = new UserBed({
      settings: {
        ...AUTO,
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number'] },
      },
    });
    bed.self('UpdateUserAttributes', { UserAttributes: attributes({ phone_number: '+14155550199' }) });
    const Code = bed.keycloak.lastCode;
    const UserAttributes = attributes({ phone_number: '+14155550188', phone_number_verified: 'true' });
    bed.manage('AdminUpdateUserAttributes', { UserAttributes });
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code })).toEqual(expired);
    expect(bed.told()).toMatchObject({ phone_number: '+14155550188' });
  });

  test('of an unknown user is refused', () => {
    const bed = new UserBed();
    expect(bed.admin('AdminUpdateUserAttributes', { Username: 'nobody', UserAttributes: [] })).toEqual(
      refused('UserNotFoundException', 'User does not exist.'),
    );
  });
});

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
    expect(answer(bed, code)).toEqual(expired);
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
    expect(answer(late, late.keycloak.lastCode)).toEqual(expired);
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
    expect(answer(bed, ofSignIn)).toEqual(expired);
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
