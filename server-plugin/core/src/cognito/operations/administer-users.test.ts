import { describe, expect, test } from 'vitest';
import { attributes, refused, UserBed } from '../../testing/user-bed.ts';

const notThere = refused('UserNotFoundException', 'User does not exist.');
const create = (bed: UserBed, input: object = {}) =>
  bed.admin('AdminCreateUser', { Username: 'ada', MessageAction: 'SUPPRESS', ...input });

describe('AdminCreateUser', () => {
  test('makes a user who has to replace the password', () => {
    const bed = new UserBed({ mfa: 'OFF' });
    const UserAttributes = attributes({ email: 'ada@example.org', email_verified: 'true', given_name: 'Ada' });
    expect(create(bed, { TemporaryPassword: 'Temp-1-pw', UserAttributes })).toEqual({
      User: {
        Username: 'ada',
        UserStatus: 'FORCE_CHANGE_PASSWORD',
        Enabled: true,
        UserCreateDate: bed.keycloak.clock.now() / 1000,
        UserLastModifiedDate: bed.keycloak.clock.now() / 1000,
        Attributes: [
          { Name: 'sub', Value: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
          { Name: 'email', Value: 'ada@example.org' },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'given_name', Value: 'Ada' },
        ],
      },
    });
    expect(bed.keycloak.beside.mails).toEqual([]);
    expect(bed.initiate({ USERNAME: 'ada', PASSWORD: 'Temp-1-pw' })).toMatchObject({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
    });
  });

  test('invites by mail, with a password of its own making, which is told nobody else', () => {
    const bed = new UserBed({ mfa: 'OFF', realm: { passwordPolicy: 'length(8) and digits(1)' } });
    create(bed, { MessageAction: undefined, UserAttributes: attributes({ email: 'ada@example.org' }) });
    const { to, text = '' } = bed.keycloak.beside.mails.at(-1) ?? {};
    expect(to).toBe('ada@example.org');
    const [, name = '', PASSWORD = ''] = /username is (\S+) and temporary password is (\S+)$/.exec(text) ?? [];
    expect(name).toBe('ada');
    expect(bed.initiate({ USERNAME: name, PASSWORD })).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect(JSON.stringify(bed.keycloak.world.adminEvents)).not.toContain(PASSWORD);
    expect(bed.keycloak.world.adminEvents.at(-1)).toMatchObject({ operation: 'CREATE', resource: 'USER' });
  });

  test('invites by a text that is paid for like any other, in the pool’s own words', () => {
    const bed = new UserBed({
      settings: {
        AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'Hi {username}: {####}' } } as object,
      },
    });
    const UserAttributes = attributes({ phone_number: '+14155550199', email: 'ada@example.org' });
    create(bed, { Username: "$&$'", MessageAction: undefined, TemporaryPassword: '$&-1-pw', UserAttributes });
    expect(bed.keycloak.beside.texts).toMatchObject([{ to: '+14155550199', text: "Hi $&$': $&-1-pw" }]);
    expect(bed.keycloak.beside.mails).toEqual([]);
    const both = { DesiredDeliveryMediums: ['SMS', 'EMAIL'], Username: 'eve', MessageAction: undefined };
    create(bed, { ...both, UserAttributes: attributes({ phone_number: '+14155550188', email: 'eve@example.org' }) });
    expect(bed.keycloak.beside.texts).toHaveLength(2);
    expect(bed.keycloak.beside.mails).toHaveLength(1);
  });

  test('makes nobody when the invitation is refused', () => {
    const bed = new UserBed();
    bed.keycloak.beside.gateway = 'refused';
    const UserAttributes = attributes({ phone_number: '+14155550199' });
    expect(create(bed, { MessageAction: undefined, UserAttributes })).toMatchObject({
      __type: 'CodeDeliveryFailureException',
    });
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toEqual(notThere);
  });

  test('repeats an invitation, with another password, until the first one was replaced', () => {
    const bed = new UserBed();
    const RESEND = { MessageAction: 'RESEND' };
    expect(create(bed, RESEND)).toEqual(notThere);
    create(bed, { UserAttributes: attributes({ email: 'ada@example.org' }), TemporaryPassword: 'Temp-1-pw' });
    expect(create(bed, RESEND)).toMatchObject({ User: { Username: 'ada', UserStatus: 'FORCE_CHANGE_PASSWORD' } });
    expect(bed.keycloak.beside.mails).toHaveLength(1);
    expect(bed.initiate({ USERNAME: 'ada', PASSWORD: 'Temp-1-pw' })).toMatchObject({
      __type: 'NotAuthorizedException',
    });
    bed.admin('AdminSetUserPassword', { Username: 'ada', Password: 'Some-1-pw', Permanent: true });
    expect(create(bed, RESEND)).toEqual(
      refused('UnsupportedUserStateException', 'Resend not possible. ada status is not FORCE_CHANGE_PASSWORD'),
    );
  });

  test('takes a name once, and no password that the policy refuses', () => {
    const bed = new UserBed({ realm: { passwordPolicy: 'length(8)' } });
    expect(create(bed, { TemporaryPassword: 'short' })).toMatchObject({ __type: 'InvalidPasswordException' });
    expect(create(bed)).toHaveProperty('User');
    expect(create(bed)).toEqual(refused('UsernameExistsException', 'User account already exists'));
  });

  test('takes a verified alias from nobody, unless it is forced', () => {
    const bed = new UserBed({ realm: { duplicateEmails: false }, settings: { AliasAttributes: ['email'] } });
    const email = `${bed.made.username}@example.org`;
    const UserAttributes = attributes({ email, email_verified: 'true' });
    expect(create(bed, { UserAttributes })).toEqual(
      refused('AliasExistsException', 'An account with the email already exists.'),
    );
    expect(create(bed, { UserAttributes, ForceAliasCreation: true })).toHaveProperty('User');
    expect(bed.user.emailVerified).toBe(false);
    expect(bed.admin('AdminGetUser', { Username: email })).toMatchObject({ Username: 'ada' });
  });

  test('lists the number of a new user as a factor where it is one', () => {
    const bed = new UserBed({ mfa: 'ON' });
    create(bed, { UserAttributes: attributes({ phone_number: '+14155550199' }) });
    expect(bed.keycloak.user(bed.made.poolId, 'ada').listedPhone).toBe('+*******0199');
  });
});

describe('AdminDisableUser and AdminEnableUser', () => {
  test('keep a user out and let one in again; what the user was signed in to ends', () => {
    const bed = new UserBed({ mfa: 'OFF' });
    expect(bed.manage('AdminDisableUser')).toEqual({});
    expect(bed.manage('AdminGetUser')).toMatchObject({ Enabled: false, UserStatus: 'CONFIRMED' });
    expect(bed.initiate()).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
    expect(bed.manage('AdminEnableUser')).toEqual({});
    expect(bed.self('GetUser')).toMatchObject({ __type: 'NotAuthorizedException' });
    expect(bed.initiate()).toHaveProperty('AuthenticationResult');
  });

  test('do not confirm: a user who has only signed up is not let in', () => {
    const bed = new UserBed({ mfa: 'OFF' });
    bed.anybody('SignUp', { Username: 'ada', Password: 'Some-1-pw' });
    for (const operation of ['AdminEnableUser', 'AdminDisableUser', 'AdminEnableUser']) {
      bed.admin(operation, { Username: 'ada' });
      expect(bed.keycloak.user(bed.made.poolId, 'ada').enabled).toBe(false);
    }
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ UserStatus: 'UNCONFIRMED', Enabled: true });
    expect(bed.initiate({ USERNAME: 'ada', PASSWORD: 'Some-1-pw' })).toEqual(
      refused('UserNotConfirmedException', 'User is not confirmed.'),
    );
  });
});

describe('deleting users', () => {
  test('is done by administrators, who hear of unknown ones', () => {
    const bed = new UserBed();
    expect(bed.manage('AdminDeleteUser')).toEqual({});
    expect(bed.keycloak.world.adminEvents.at(-1)).toMatchObject({ operation: 'DELETE', resource: 'USER' });
    expect(bed.manage('AdminDeleteUser')).toEqual(notThere);
  });

  test('is done by users themselves in pools of the API alone', () => {
    expect(new UserBed().self('DeleteUser')).toEqual({});
    const company = new UserBed({ realm: { name: 'company' } });
    expect(company.self('DeleteUser')).toMatchObject({ __type: 'NotAuthorizedException' });
    expect(company.user).toBeDefined();
  });

  test('is refused where the store can not be written', () => {
    expect(new UserBed({ user: { readOnly: true } }).manage('AdminDeleteUser')).toMatchObject({
      __type: 'NotAuthorizedException',
    });
  });
});

describe('what administrators do', () => {
  test.each([
    ['AdminGetUser', {}],
    ['AdminUpdateUserAttributes', { UserAttributes: [] }],
    ['AdminDeleteUser', {}],
    ['AdminEnableUser', {}],
    ['AdminDisableUser', {}],
    ['AdminConfirmSignUp', {}],
    ['AdminResetUserPassword', {}],
    ['AdminSetUserPassword', { Password: 'Some-1-pw' }],
    ['AdminAddUserToGroup', { GroupName: 'x' }],
  ])('%s is refused for a user of another pool, without a signature, and without the role', (operation, input) => {
    const bed = new UserBed();
    const other = new UserBed();
    const request = { UserPoolId: bed.made.poolId, Username: bed.made.username, ...input };
    expect(bed.admin(operation, { ...input, Username: other.made.username })).toEqual(notThere);
    expect(bed.call(operation, request)).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
    const key = bed.keycloak.addKey('master', [`${bed.made.poolId}-realm/view-clients`]);
    expect(bed.keycloak.call(operation, request, { signedBy: key }).body).toMatchObject({
      __type: 'AccessDeniedException',
    });
  });
});

describe('groups', () => {
  test('are made once, and users join them', () => {
    const bed = new UserBed();
    const group = { GroupName: 'admins', Description: 'all of them', Precedence: 1 };
    expect(bed.admin('CreateGroup', group)).toEqual({
      Group: {
        ...group,
        UserPoolId: bed.made.poolId,
        CreationDate: bed.keycloak.clock.now() / 1000,
        LastModifiedDate: bed.keycloak.clock.now() / 1000,
      },
    });
    expect(bed.admin('CreateGroup', group)).toEqual(
      refused('GroupExistsException', 'A group with the name already exists.'),
    );
    expect(bed.manage('AdminAddUserToGroup', { GroupName: 'admins' })).toEqual({});
    expect(bed.user.groups).toEqual(['admins']);
    expect(bed.manage('AdminAddUserToGroup', { GroupName: 'nobody' })).toEqual(
      refused('ResourceNotFoundException', 'Group not found.'),
    );
  });
});
