import { describe, expect, test } from 'vitest';
import { readClaims } from '../../testing/memory-keycloak/jwt.ts';
import { CLIENT_SETTINGS_ATTRIBUTE } from '@lifeguard/shared/cognito';
import { SigningIn } from '../../testing/signing-in.ts';

function signedIn(options: ConstructorParameters<typeof SigningIn>[0] = {}) {
  const bed = new SigningIn(options);
  const result = bed.initiate().AuthenticationResult ?? {};
  return { bed, token: result['RefreshToken'] ?? '', accessToken: result['AccessToken'] ?? '' };
}

const refresh = (bed: SigningIn, RefreshToken: string, ClientId = bed.made.clientId) =>
  bed.call('GetTokensFromRefreshToken', { ClientId, RefreshToken });
const refreshOldWay = (bed: SigningIn, REFRESH_TOKEN: string) =>
  bed.call('InitiateAuth', {
    ClientId: bed.made.clientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN },
  });

const revoke = (bed: SigningIn, Token: string, ClientId = bed.made.clientId) =>
  bed.call('RevokeToken', { ClientId, Token });

const ROTATING = { client: { settings: { RefreshTokenRotation: { Feature: 'ENABLED' } } } } as const;

describe('a refresh', () => {
  test('gives tokens and no new refresh token, by both operations, as often as asked', () => {
    const { bed, token } = signedIn();
    for (const answer of [refresh(bed, token), refreshOldWay(bed, token), refresh(bed, token)]) {
      expect(Object.keys(answer.AuthenticationResult ?? {}).toSorted()).toEqual([
        'AccessToken',
        'ExpiresIn',
        'IdToken',
        'TokenType',
      ]);
    }
  });

  test('never asks for a second factor', () => {
    const { bed, token } = signedIn();
    bed.keycloak.realm(bed.made.poolId).attributes['lifeguard.mfaConfiguration'] = 'ON';
    expect(refresh(bed, token)).toHaveProperty('AuthenticationResult');
  });

  test('of a client that rotates gives a new token, and the old one ends', () => {
    const { bed, token } = signedIn(ROTATING);
    const next = refresh(bed, token).AuthenticationResult?.['RefreshToken'] ?? '';
    expect(next).not.toBe(token);
    expect(refresh(bed, token)).toEqual({
      __type: 'RefreshTokenReuseException',
      message: 'Refresh Token has been revoked',
    });
    expect(refreshOldWay(bed, next)).toMatchObject({ __type: 'InvalidParameterException' });
  });

  test('with a token that was rotated is no reuse within its grace, nor in the words of InitiateAuth', () => {
    const { bed, token } = signedIn({
      client: { settings: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 } } },
    });
    refresh(bed, token);
    expect(refresh(bed, token)).toHaveProperty('AuthenticationResult');
    bed.wait(10);
    expect(refresh(bed, token)).toMatchObject({ __type: 'RefreshTokenReuseException' });
    const [client] = bed.keycloak.realm(bed.made.poolId).clients;
    Object.assign(client?.attributes ?? {}, {
      [CLIENT_SETTINGS_ATTRIBUTE]: JSON.stringify({ ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] }),
    });
    expect(refreshOldWay(bed, token)).toMatchObject({ __type: 'NotAuthorizedException' });
  });

  test('is refused to another client, for a made-up token, and after sign-out', () => {
    const { bed, token, accessToken } = signedIn();
    const other = bed.keycloak.addClient(bed.made.poolId);
    expect(refresh(bed, token, other.clientId)).toMatchObject({ message: 'Invalid Refresh Token' });
    expect(refresh(bed, 'a.b.c')).toMatchObject({ message: 'Invalid Refresh Token' });
    expect(refresh(bed, accessToken)).toMatchObject({ message: 'Invalid Refresh Token' });
    expect(bed.call('GlobalSignOut', { AccessToken: accessToken })).toEqual({});
    expect(refresh(bed, token)).toMatchObject({ message: 'Refresh Token has been revoked' });
    expect(bed.call('GlobalSignOut', { AccessToken: accessToken })).toMatchObject({
      message: 'Access Token has been revoked',
    });
  });

  test('is refused to a user who was disabled', () => {
    const { bed, token } = signedIn();
    bed.keycloak.user(bed.made.poolId, bed.made.username).enabled = false;
    expect(refresh(bed, token)).toMatchObject({ message: 'User is disabled.' });
  });

  test('of a client with a secret wants it', () => {
    const bed = new SigningIn({ client: { secret: 'the_secret_of_this_client' } });
    const { poolId, clientId: ClientId, username } = bed.made;
    const { refreshToken: RefreshToken } = bed.keycloak.tokensOf(poolId, ClientId, username);
    const ask = (more: object) => bed.call('GetTokensFromRefreshToken', { ClientId, RefreshToken, ...more });
    expect(ask({})).toMatchObject({ __type: 'NotAuthorizedException' });
    expect(ask({ ClientSecret: 'the_secret_of_another_client' })).toMatchObject({ __type: 'NotAuthorizedException' });
    expect(ask({ ClientSecret: 'the_secret_of_this_client' })).toHaveProperty('AuthenticationResult');
  });
});

describe('RevokeToken', () => {
  test('ends what the refresh token stands for', () => {
    const { bed, token, accessToken } = signedIn();
    expect(revoke(bed, token)).toEqual({});
    expect(refresh(bed, token)).toMatchObject({ __type: 'NotAuthorizedException' });
    expect(bed.call('GetUserAuthFactors', { AccessToken: accessToken })).toMatchObject({
      message: 'Access Token has been revoked',
    });
  });

  test('is for refresh tokens of this client, where the client has it', () => {
    const { bed, token, accessToken } = signedIn();
    expect(revoke(bed, accessToken)).toMatchObject({ __type: 'UnsupportedTokenTypeException' });
    const other = bed.keycloak.addClient(bed.made.poolId);
    expect(revoke(bed, token, other.clientId)).toMatchObject({ __type: 'UnauthorizedException' });
    const never = signedIn({ client: { settings: { EnableTokenRevocation: false } } });
    expect(revoke(never.bed, never.token)).toMatchObject({ __type: 'UnsupportedOperationException' });
    // Clients call it when the access token has the claim.
    expect(readClaims(accessToken)).toHaveProperty('origin_jti');
    expect(readClaims(never.accessToken)).not.toHaveProperty('origin_jti');
  });
});
