import { describe, expect, test } from 'vitest';
import { codeExpired } from '../../testing/expected-answers.ts';
import { attributes, AUTO_VERIFIED, refused, UserBed } from '../../testing/user-bed.ts';

describe('AdminUpdateUserAttributes', () => {
  test('says what is verified, and then sends no code', () => {
    const bed = new UserBed({ settings: AUTO_VERIFIED });
    const UserAttributes = attributes({ phone_number: '+14155550199', phone_number_verified: 'true' });
    expect(bed.manage('AdminUpdateUserAttributes', { UserAttributes })).toEqual({});
    expect(bed.told()).toMatchObject({ phone_number: '+14155550199', phone_number_verified: 'true' });
    expect(bed.keycloak.beside.texts).toEqual([]);
  });

  test('without that resets the verification and sends one', () => {
    const bed = new UserBed({ settings: AUTO_VERIFIED });
    bed.manage('AdminUpdateUserAttributes', { UserAttributes: attributes({ phone_number: '+14155550199' }) });
    expect(bed.told()).toMatchObject({ phone_number: '+14155550199', phone_number_verified: 'false' });
    expect(bed.keycloak.beside.texts).toHaveLength(1);
  });

  test('stands also when the code can not be sent', () => {
    const bed = new UserBed({ settings: AUTO_VERIFIED });
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
        ...AUTO_VERIFIED,
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number'] },
      },
    });
    bed.self('UpdateUserAttributes', { UserAttributes: attributes({ phone_number: '+14155550199' }) });
    const Code = bed.keycloak.lastCode;
    const UserAttributes = attributes({ phone_number: '+14155550188', phone_number_verified: 'true' });
    bed.manage('AdminUpdateUserAttributes', { UserAttributes });
    expect(bed.self('VerifyUserAttribute', { AttributeName: 'phone_number', Code })).toEqual(codeExpired);
    expect(bed.told()).toMatchObject({ phone_number: '+14155550188' });
  });

  test('of an unknown user is refused', () => {
    const bed = new UserBed();
    expect(bed.admin('AdminUpdateUserAttributes', { Username: 'nobody', UserAttributes: [] })).toEqual(
      refused('UserNotFoundException', 'User does not exist.'),
    );
  });
});
