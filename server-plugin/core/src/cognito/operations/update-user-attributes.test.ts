import { describe, expect, test } from 'vitest';
import { codeExpired } from '../../testing/expected-answers.ts';
import { attributes, AUTO_VERIFIED, refused, UserBed } from '../../testing/user-bed.ts';

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
    const bed = new UserBed({ settings: AUTO_VERIFIED, mfa: 'ON' });
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
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code })).toEqual(codeExpired);
    bed.self('UpdateUserAttributes', { UserAttributes: attributes({ phone_number: bed.made.phoneNumber }) });
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code })).toEqual(codeExpired);
    expect(bed.attribute('phoneNumberVerified')).toBe('false');
  });

  test('leaves a value verified that does not change', () => {
    const bed = new UserBed({ settings: AUTO_VERIFIED });
    const same = attributes({ phone_number: bed.made.phoneNumber, email: `${bed.made.username}@Example.org` });
    expect(bed.self('UpdateUserAttributes', { UserAttributes: same })).toEqual({ CodeDeliveryDetailsList: [] });
    expect(bed.told()).toMatchObject({ phone_number_verified: 'true', email_verified: 'true' });
  });

  test('keeps the old value in force until the new one is verified, where the pool says so', () => {
    const bed = new UserBed({
      mfa: 'ON',
      settings: {
        ...AUTO_VERIFIED,
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
    const bed = new UserBed({ settings: { ...AUTO_VERIFIED, AliasAttributes: ['email'] } });
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
    const bed = new UserBed({ settings: AUTO_VERIFIED });
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
