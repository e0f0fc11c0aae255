import { describe, expect, test } from 'vitest';
import { invalidSession, refused, tokens } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

describe('sessions', () => {
  test('are of one client, one challenge and one user', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = bed.initiate();
    const code = { SMS_MFA_CODE: bed.keycloak.lastCode };
    const other = bed.keycloak.addClient(bed.made.poolId);
    const answer = {
      ChallengeName: 'SMS_MFA',
      Session: challenge.Session,
      ChallengeResponses: { USERNAME: bed.made.username, ...code },
    };
    expect(bed.call('RespondToAuthChallenge', { ClientId: other.clientId, ...answer })).toEqual(invalidSession);
    expect(
      bed.respond(
        { ...challenge, ChallengeName: 'SOFTWARE_TOKEN_MFA' },
        { SOFTWARE_TOKEN_MFA_CODE: code.SMS_MFA_CODE },
      ),
    ).toEqual(invalidSession);
    const somebody = bed.keycloak.addUser(bed.made.poolId);
    expect(bed.respond(challenge, { ...code, USERNAME: somebody.username })).toEqual(invalidSession);
    expect(bed.respond(challenge, { ...code, USERNAME: bed.made.userId })).toMatchObject(tokens);
  });

  test('of another pool are worth nothing', () => {
    const one = new SigningIn({ mfa: 'ON' });
    const two = one.keycloak.addPool({ mfa: 'ON', user: { username: one.made.username } });
    const { Session } = one.initiate();
    const answer = {
      ClientId: two.clientId,
      ChallengeName: 'SMS_MFA',
      Session,
      ChallengeResponses: { USERNAME: one.made.username, SMS_MFA_CODE: one.keycloak.lastCode },
    };
    expect(one.call('RespondToAuthChallenge', answer)).toEqual(invalidSession);
  });

  test('can not be made up', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const { Session = '' } = bed.initiate();
    expect(Session.length).toBeGreaterThanOrEqual(20);
    expect(Session.length).toBeLessThanOrEqual(2048);
    for (const forged of ['x'.repeat(40), `${Session.slice(0, -6)}AAAAAA`, Session.toLowerCase()]) {
      expect(bed.respond({ ChallengeName: 'SMS_MFA', Session: forged }, { SMS_MFA_CODE: '000000' })).toEqual(
        invalidSession,
      );
    }
    expect(bed.respond({ ChallengeName: 'SMS_MFA' }, { SMS_MFA_CODE: '000000' })).toEqual(
      refused('InvalidParameterException', 'Missing required parameter Session'),
    );
  });

  test('are answered by nobody who was locked or disabled meanwhile', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = bed.initiate();
    const answer = { SMS_MFA_CODE: bed.keycloak.lastCode };
    bed.keycloak.user(bed.made.poolId, bed.made.username).enabled = false;
    expect(bed.respond(challenge, answer)).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
  });
});
