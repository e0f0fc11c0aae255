import { describe, expect, test } from 'vitest';
import { refused, tokens } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

describe('flows', () => {
  test('are those of the client', () => {
    const bed = new SigningIn({ client: { settings: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } } });
    expect(bed.initiate()).toEqual(
      refused('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client'),
    );
    const { clientId: ClientId, username: USERNAME, password: PASSWORD } = bed.made;
    const request = { ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } };
    expect(bed.admin('AdminInitiateAuth', request)).toEqual(
      refused('InvalidParameterException', 'Auth flow not enabled for this client'),
    );
  });

  test('of administrators ask for the second factor too', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const { clientId: ClientId, username: USERNAME, password: PASSWORD } = bed.made;
    const request = { ClientId, AuthFlow: 'ADMIN_NO_SRP_AUTH', AuthParameters: { USERNAME, PASSWORD } };
    const challenge = bed.admin('AdminInitiateAuth', request);
    expect(challenge).toMatchObject({ ChallengeName: 'SMS_MFA' });
    const answer = {
      ClientId,
      ChallengeName: 'SMS_MFA',
      Session: challenge.Session,
      ChallengeResponses: { USERNAME, SMS_MFA_CODE: bed.keycloak.lastCode },
    };
    expect(bed.admin('AdminRespondToAuthChallenge', answer)).toMatchObject(tokens);
  });

  test('of a client with a secret want its hash', () => {
    const bed = new SigningIn({ client: { secret: 'the secret of this client' } });
    const { clientId } = bed.made;
    expect(bed.initiate()).toEqual(
      refused(
        'NotAuthorizedException',
        `Client ${clientId} is configured with secret but SECRET_HASH was not received`,
      ),
    );
    expect(bed.initiate({ SECRET_HASH: 'wrong' })).toEqual(
      refused('NotAuthorizedException', `Unable to verify secret hash for client ${clientId}`),
    );
  });
});
