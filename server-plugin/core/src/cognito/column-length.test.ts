import { describe, expect, test } from 'vitest';
import { tokens } from '../testing/expected-answers.ts';
import { attributes, refused, UserBed } from '../testing/user-bed.ts';
import { cutToColumn } from './column-length.ts';

const long = 'x'.repeat(256);
const invalid = (text: string) => ({
  __type: 'InvalidParameterException',
  message: expect.stringContaining(text) as string,
});

describe('what Keycloak’s columns do not hold is refused in clear words:', () => {
  test.each(['given_name', 'family_name'])('%s', (name) => {
    const Schema = [{ Name: name, StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' } }];
    for (const settings of [{}, { Schema }]) {
      const bed = new UserBed({ settings });
      const UserAttributes = attributes({ [name]: long });
      const problem = `${name}: String length must be at most 255.`;
      expect(bed.self('UpdateUserAttributes', { UserAttributes })).toEqual(
        refused('InvalidParameterException', `user.${problem}\n`),
      );
      const order = { Username: 'ann', Password: 'Another-1-Password', UserAttributes };
      expect(bed.anybody('SignUp', order)).toEqual(invalid(problem));
      expect(bed.admin('AdminCreateUser', order)).toEqual(invalid(problem));
      const fitting = { UserAttributes: attributes({ [name]: long.slice(1) }) };
      expect(bed.self('UpdateUserAttributes', fitting)).not.toHaveProperty('__type');
    }
  });

  test('the description of a group', () => {
    const bed = new UserBed();
    const group = { GroupName: 'readers', Description: '' };
    expect(bed.admin('CreateGroup', { ...group, Description: 'x'.repeat(300) })).toEqual(
      invalid('characters too long'),
    );
    expect(bed.admin('CreateGroup', { ...group, Description: 'x'.repeat(150) })).toHaveProperty('Group');
  });

  test('a callback URL', () => {
    const bed = new UserBed();
    const client = {
      ClientName: 'web',
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
    };
    const url = `https://shop.example/${long}`;
    expect(bed.admin('CreateUserPoolClient', { ...client, CallbackURLs: [url] })).toEqual(invalid('is too long'));
    expect(bed.admin('CreateUserPoolClient', { ...client, CallbackURLs: [url.slice(0, 255)] })).toHaveProperty(
      'UserPoolClient',
    );
  });
});

test('the name of a device is cut at what fits, between characters', () => {
  const bed = new UserBed({ mfa: 'ON', smsMfa: false });
  const { Session, SecretCode } = bed.associate(bed.initiate());
  const verified = bed.verify(Session, bed.code(SecretCode), `${'x'.repeat(254)}😀`);
  expect(verified).toMatchObject({ Status: 'SUCCESS' });
  expect(bed.user.tokens[0]?.label).toBe('x'.repeat(254));
  expect(cutToColumn(`${'x'.repeat(253)}😀y`)).toBe(`${'x'.repeat(253)}😀`);
});

describe('a name that is too long for a session', () => {
  const name = '\u0001'.repeat(1_300);
  const begin = (bed: UserBed) =>
    bed.call('InitiateAuth', {
      ClientId: bed.made.clientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: name, SRP_A: 'ab'.repeat(384) },
    });

  test('is that of an unknown user, where existence is hidden too', () => {
    expect(begin(new UserBed())).toMatchObject({ __type: 'UserNotFoundException' });
    const hidden = new UserBed({ client: { settings: { PreventUserExistenceErrors: 'ENABLED' } } });
    expect(begin(hidden)).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER' });
  });

  test('answers a challenge where it is somebody’s', () => {
    const preferred = 'Ann'.repeat(500);
    const bed = new UserBed({
      mfa: 'ON',
      settings: { AliasAttributes: ['preferred_username'] },
      user: { attributes: { preferred_username: [preferred] } },
    });
    const challenge = bed.initiate({ USERNAME: preferred });
    const answer = { SMS_MFA_CODE: bed.keycloak.lastCode };
    expect(bed.respond(challenge, { ...answer, USERNAME: `${preferred}x` })).toMatchObject({
      message: 'Invalid session for the user.',
    });
    expect(bed.respond(challenge, { ...answer, USERNAME: preferred })).toMatchObject(tokens);
  });
});
