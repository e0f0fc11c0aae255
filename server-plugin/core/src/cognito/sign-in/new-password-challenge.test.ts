import { describe, expect, test } from 'vitest';
import { refused, sessionOnce, tokens } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

function withTemporary(options: ConstructorParameters<typeof SigningIn>[0] = {}) {
  return new SigningIn({ ...options, user: { requiredActions: ['UPDATE_PASSWORD'], ...options.user } });
}

const withPassword = (values: Readonly<Record<string, string>>) => ({ NEW_PASSWORD: 'Another-1-Password', ...values });

describe('a temporary password', () => {
  test('is replaced first, and the second factor asked for afterwards', () => {
    const bed = withTemporary({ mfa: 'ON' });
    const challenge = bed.initiate();
    expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect(JSON.parse(challenge.ChallengeParameters?.['requiredAttributes'] ?? '')).toEqual([]);
    expect(JSON.parse(challenge.ChallengeParameters?.['userAttributes'] ?? '')).toMatchObject({
      email_verified: 'true',
    });
    expect(bed.keycloak.beside.texts).toEqual([]);
    const next = bed.respond(challenge, { NEW_PASSWORD: 'Another-1-Password' });
    expect(next).toMatchObject({ ChallengeName: 'SMS_MFA' });
    expect(bed.respond(challenge, { NEW_PASSWORD: 'Another-2-Password' })).toEqual(sessionOnce);
    expect(bed.respond(next, { SMS_MFA_CODE: bed.keycloak.lastCode })).toMatchObject(tokens);
    expect(bed.initiate({ PASSWORD: 'Another-1-Password' })).toMatchObject({ ChallengeName: 'SMS_MFA' });
  });

  test('may be kept as it is', () => {
    const bed = withTemporary();
    expect(bed.respond(bed.initiate(), { NEW_PASSWORD: bed.made.password })).toMatchObject(tokens);
  });

  test('does not change the number that codes go to', () => {
    const bed = withTemporary({ mfa: 'ON' });
    const challenge = bed.initiate();
    const answer = { NEW_PASSWORD: 'Another-1-Password', 'userAttributes.phone_number': '+14155550100' };
    expect(bed.respond(challenge, answer)).toEqual(
      refused('NotAuthorizedException', 'Cannot modify an already provided phone_number'),
    );
    expect(bed.initiate()).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  });

  test('that is replaced by a weak one lives on, and so does the session', () => {
    const bed = withTemporary({ realm: { passwordPolicy: 'length(12)' } });
    const challenge = bed.initiate();
    expect(bed.respond(challenge, { NEW_PASSWORD: 'short' })).toMatchObject({ __type: 'InvalidPasswordException' });
    expect(bed.respond(challenge, { NEW_PASSWORD: 'Another-1-Password' })).toMatchObject(tokens);
  });

  test('that an administrator has set expires after the pool’s days', () => {
    const bed = new SigningIn({ settings: { TemporaryPasswordValidityDays: 1 } });
    const Password = 'Temporary-1-Password';
    bed.admin('AdminSetUserPassword', { Username: bed.made.username, Password });
    bed.wait(86_399);
    expect(bed.initiate({ PASSWORD: Password })).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    bed.wait(1);
    expect(bed.initiate({ PASSWORD: Password })).toEqual(
      refused('NotAuthorizedException', 'Temporary password has expired and must be reset by an administrator.'),
    );
    bed.admin('AdminSetUserPassword', { Username: bed.made.username, Password });
    expect(bed.initiate({ PASSWORD: Password })).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  });
});

describe('attributes beside the new password', () => {
  test('are read alone: what the user has already may be what no user may write', () => {
    const Schema = [
      { Name: 'email', Required: true },
      { Name: 'nickname', Required: true },
      { Name: 'plan', DeveloperOnlyAttribute: true },
    ];
    const bed = withTemporary({
      settings: { Schema },
      user: { phoneNumber: '+1 415 555 0123', attributes: { 'dev:custom:plan': ['gold'] } },
    });
    const challenge = bed.initiate();
    expect(bed.respond(challenge, withPassword({}))).toEqual(
      refused(
        'InvalidParameterException',
        'Attributes did not conform to the schema: nickname: The attribute is required\n',
      ),
    );
    expect(bed.respond(challenge, withPassword({ 'userAttributes.nickname': 'ann' }))).toMatchObject(tokens);
    const { attributes } = bed.keycloak.user(bed.made.poolId, bed.made.userId);
    expect(attributes).toMatchObject({
      nickname: ['ann'],
      'dev:custom:plan': ['gold'],
      phoneNumber: ['+1 415 555 0123'],
      phoneNumberVerified: ['true'],
    });
  });

  test('take no name from anybody who signs in by it', () => {
    const bed = withTemporary({ settings: { AliasAttributes: ['preferred_username'] } });
    bed.keycloak.addUser(bed.made.poolId, { username: 'other', attributes: { preferred_username: ['ann'] } });
    const challenge = bed.initiate();
    expect(bed.respond(challenge, withPassword({ 'userAttributes.preferred_username': 'ann' }))).toEqual(
      refused('AliasExistsException', 'An account with the preferred_username already exists.'),
    );
    expect(bed.respond(challenge, withPassword({ 'userAttributes.preferred_username': 'anna' }))).toMatchObject(tokens);
  });
});

describe('a password that is overdue by the realm’s policy', () => {
  const DAY_IN_SECONDS = 86_400;

  function withOverdue(options: ConstructorParameters<typeof SigningIn>[0] = {}) {
    const bed = new SigningIn({ ...options, realm: { passwordPolicy: 'forceExpiredPasswordChange(90)' } });
    bed.wait(91 * DAY_IN_SECONDS);
    return bed;
  }

  test('is replaced before anything else', () => {
    const bed = withOverdue({ mfa: 'ON' });
    const challenge = bed.initiate();
    expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect(bed.keycloak.beside.texts).toEqual([]);
    const next = bed.respond(challenge, { NEW_PASSWORD: 'Another-1-Password' });
    expect(bed.respond(next, { SMS_MFA_CODE: bed.keycloak.lastCode })).toMatchObject(tokens);
    expect(bed.initiate({ PASSWORD: 'Another-1-Password' })).toMatchObject({ ChallengeName: 'SMS_MFA' });
  });

  test('gets no tokens, also where no factor is asked for', () => {
    const bed = withOverdue({ mfa: 'OFF' });
    expect(bed.initiate()).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect(bed.respond(bed.initiate(), { NEW_PASSWORD: 'Another-1-Password' })).toMatchObject(tokens);
  });

  test('is no temporary one, although it was, and has no last day', () => {
    const bed = withOverdue();
    bed.keycloak.user(bed.made.poolId, bed.made.userId).attributes['lifeguard.temporaryPasswordSince'] = ['1'];
    expect(bed.initiate()).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  });
});
