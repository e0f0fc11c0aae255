import { describe, expect, test } from 'vitest';
import { refused, UserBed } from '../../testing/user-bed.ts';

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
