import { describe, expect, test } from 'vitest';
import { attributes, refused, UserBed } from '../../testing/user-bed.ts';

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
