import assert from 'node:assert/strict';
import { CognitoJwtVerifier, JwtVerifier } from 'aws-jwt-verify';
import type { Jwks } from 'aws-jwt-verify/jwk';
import { refused } from '../checks.ts';
import type { Operations } from '../clients/operations.ts';
import { initiate, tokensOf } from '../sign-in.ts';
import type { OperationsCase } from './case.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const REVOKED = /Access Token has been revoked/;

/** Contract section 4: tokens, what clients read in them, and how they end. */
export const tokenCases: readonly OperationsCase[] = [
  {
    name: 'tokens say what clients of Cognito read in them',
    async run({ client, ownPool }) {
      const place = await ownPool({ mfa: 'OFF' });
      const user = await place.addUser({ phoneVerified: true });
      const named = { UserPoolId: place.poolId, Username: user.username };
      await client.call('CreateGroup', { UserPoolId: place.poolId, GroupName: 'readers' });
      await client.call('AdminAddUserToGroup', { ...named, GroupName: 'readers' });
      const answer = await initiate(client, place, user);
      const tokens = tokensOf(answer);
      const access = claimsOf(tokens.AccessToken);
      const id = claimsOf(tokens.IdToken);
      assert.deepEqual(
        [access['token_use'], access['client_id'], access['username'], access['cognito:groups']],
        ['access', place.clientId, user.username, ['readers']],
      );
      assert(String(access['scope']).split(' ').includes('aws.cognito.signin.user.admin'));
      assert.deepEqual(
        [id['token_use'], id['aud'], id['cognito:username'], id['email'], id['email_verified'], id['cognito:groups']],
        ['id', place.clientId, user.username, user.email, true, ['readers']],
      );
      assert.deepEqual([id['phone_number'], id['phone_number_verified']], [user.phoneNumber, true]);
      assert.deepEqual([access['email'], access['phone_number']], [undefined, undefined]);
      for (const claims of [access, id]) {
        for (const name of ['sub', 'jti', 'origin_jti']) assert.match(String(claims[name]), UUID, name);
        for (const name of ['iat', 'exp', 'auth_time']) assert.equal(typeof claims[name], 'number', name);
      }
      assert.notEqual(access['jti'], id['jti']);
      assert.equal(access['sub'], id['sub']);
      const lifetime = Number(access['exp']) - Number(access['iat']);
      // Counted from the answer, which may come in the next second.
      assert([lifetime, lifetime - 1].includes(Number(answer.AuthenticationResult?.['ExpiresIn'])));
      assert.deepEqual(answer.ChallengeParameters, {});
    },
  },
  {
    name: 'a refresh gives other tokens of the same sign-in, and no refresh token',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const tokens = tokensOf(await initiate(client, place, await place.addUser()));
      const refresh = {
        InitiateAuth: {
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: tokens.RefreshToken },
        },
        GetTokensFromRefreshToken: { RefreshToken: tokens.RefreshToken },
      };
      const before = claimsOf(tokens.AccessToken);
      for (const [operation, input] of Object.entries(refresh)) {
        const { AuthenticationResult } = await client.call(operation, { ClientId: place.clientId, ...input });
        const result = AuthenticationResult as Readonly<Record<string, string>>;
        assert.equal(result['RefreshToken'], undefined, operation);
        const after = claimsOf(result['AccessToken'] ?? '');
        for (const name of ['sub', 'origin_jti', 'auth_time', 'client_id', 'scope', 'token_use']) {
          assert.equal(after[name], before[name], `${operation}: ${name}`);
        }
        assert.notEqual(after['jti'], before['jti']);
        assert.equal(claimsOf(result['IdToken'] ?? '')['token_use'], 'id');
        await client.call('GetUser', { AccessToken: result['AccessToken'] });
      }
    },
  },
  {
    name: 'a refresh token that is revoked ends its tokens; no other token can be revoked',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const { AccessToken, RefreshToken } = tokensOf(await initiate(client, place, await place.addUser()));
      const revoke = (Token: string) => client.call('RevokeToken', { ClientId: place.clientId, Token });
      await refused(revoke(AccessToken), 'UnsupportedTokenTypeException', /\S/);
      await client.call('GetUser', { AccessToken });
      assert.deepEqual(await revoke(RefreshToken), {});
      await refused(client.call('GetUser', { AccessToken }), 'NotAuthorizedException', REVOKED);
      await refused(
        client.call('InitiateAuth', {
          ClientId: place.clientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: RefreshToken },
        }),
        'NotAuthorizedException',
        /Refresh Token/,
      );
    },
  },
  {
    name: 'a user, and an administrator for the user, signs out everywhere',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser();
      const signIn = async () => tokensOf(await initiate(client, place, user)).AccessToken;
      const [one, two] = [await signIn(), await signIn()];
      assert.deepEqual(await client.call('GlobalSignOut', { AccessToken: one }), {});
      const three = await signIn();
      await client.call('AdminUserGlobalSignOut', { UserPoolId: place.poolId, Username: user.username });
      for (const AccessToken of [one, two, three]) {
        await refused(client.call('GetUser', { AccessToken }), 'NotAuthorizedException', REVOKED);
      }
    },
  },
  {
    name: '7.39: a token without the scope of the API is worth nothing here',
    async run({ endpoint, client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const AccessToken = await endpoint.tokenWithoutScope(place.poolId, await place.addUser());
      assert.equal(AccessToken.split('.').length, 3);
      const SCOPE = 'Access Token does not have required scopes';
      await refused(client.call('GetUser', { AccessToken }), 'NotAuthorizedException', SCOPE);
      await refused(client.call('AssociateSoftwareToken', { AccessToken }), 'NotAuthorizedException', SCOPE);
    },
  },
  {
    name: 'an id token, a refresh token and a changed access token are no access tokens',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const { AccessToken, IdToken, RefreshToken } = tokensOf(await initiate(client, place, await place.addUser()));
      const [header, payload, signature = ''] = AccessToken.split('.');
      const changed = `${header}.${payload}.${Array.from(signature).toReversed().join('')}`;
      for (const token of [IdToken, RefreshToken, changed, 'no-token']) {
        const call = client.call('GetUser', { AccessToken: token });
        await refused(call, 'NotAuthorizedException', /Access Token/);
      }
      await client.call('GetUser', { AccessToken });
    },
  },
  {
    name: 'aws-jwt-verify takes the tokens of a pool whose issuer has the form of Cognito, with the keys of the endpoint',
    async run({ endpoint, admin, ownPool }) {
      const place = await ownPool({ mfa: 'OFF', attributes: { 'lifeguard.cognito.issuer': 'cognito' } });
      const tokens = await signedIn(admin, place);
      const [region = ''] = place.poolId.split('_');
      const jwks = (await (await fetch(`${endpoint.url}/${place.poolId}/.well-known/jwks.json`)).json()) as Jwks;
      for (const [tokenUse, token] of [
        ['access', tokens.AccessToken],
        ['id', tokens.IdToken],
      ] as const) {
        const { poolId: userPoolId, clientId } = place;
        const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse });
        verifier.cacheJwks(jwks);
        const claims = await verifier.verify(token);
        assert.equal(claims.iss, `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`);
        const other = CognitoJwtVerifier.create({ userPoolId, clientId: 'other', tokenUse });
        other.cacheJwks(jwks);
        await assert.rejects(other.verify(token), /not allowed/);
      }
    },
  },
  {
    name: 'aws-jwt-verify takes the tokens of every pool by the issuer and the keys of its realm',
    async run({ endpoint, admin, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const tokens = await signedIn(admin, place);
      const issuer = `${endpoint.realmsUrl}/${place.poolId}`;
      const jwks = (await (await fetch(`${issuer}/protocol/openid-connect/certs`)).json()) as Jwks;
      const verifierOf = (audience: string | null) => {
        const verifier = JwtVerifier.create({ issuer, audience, jwksUri: `${issuer}/protocol/openid-connect/certs` });
        // Fetched by hand: the library fetches over HTTPS alone.
        verifier.cacheJwks(jwks);
        return verifier;
      };
      const id = await verifierOf(place.clientId).verify(tokens.IdToken);
      assert.equal(id['token_use'], 'id');
      const access = await verifierOf(null).verify(tokens.AccessToken);
      assert.deepEqual([access['token_use'], access['client_id']], ['access', place.clientId]);
      await assert.rejects(verifierOf('other').verify(tokens.IdToken), /[Aa]udience/);
    },
  },
];

async function signedIn(admin: Operations, place: Parameters<typeof initiate>[1] & PoolOf) {
  return tokensOf(await initiate(admin, place, await place.addUser()));
}
type PoolOf = { addUser(): Promise<Parameters<typeof initiate>[2]> };

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(payload) as Readonly<Record<string, unknown>>;
}
