import { expect, test } from 'vitest';
import { refused, UserBed } from '../../testing/user-bed.ts';

test.each(['its own endpoint', "the administrators' endpoint"])(
  'a realm that is disabled is as one that is not there, at %s',
  (endpoint) => {
    const bed = new UserBed({ mfa: 'ON' });
    const { poolId, clientId } = bed.made;
    const { Session } = bed.initiate();
    const { accessToken } = bed.keycloak.tokensOf(poolId, clientId, bed.made.username);
    const at = endpoint === 'its own endpoint' ? poolId : 'master';
    const key = bed.keycloak.addKey(at);
    bed.keycloak.realm(poolId).enabled = false;
    const call = (operation: string, input: object, signed = {}) =>
      bed.keycloak.call(operation, input, { at, ...signed }).body;

    const unknown = refused('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
    expect(call('InitiateAuth', { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH' })).toEqual(unknown);
    expect(call('ForgotPassword', { ClientId: clientId, Username: bed.made.username })).toEqual(unknown);
    expect(call('AssociateSoftwareToken', { Session })).toMatchObject({ __type: 'NotAuthorizedException' });
    expect(call('GetUser', { AccessToken: accessToken })).toEqual(
      refused('NotAuthorizedException', 'Invalid Access Token'),
    );
    expect(call('DescribeUserPool', { UserPoolId: poolId }, { signedBy: key })).toMatchObject({
      __type: at === poolId ? 'UnrecognizedClientException' : 'ResourceNotFoundException',
    });
  },
);
