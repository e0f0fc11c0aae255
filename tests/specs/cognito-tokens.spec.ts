import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { acceptanceOf, PASSWORD_ALONE, postToKeycloak, tokensOf, userInfoStatus } from '../support/api-tokens.ts';
import { readClaims } from '../support/claims.ts';
import { createCognitoApp } from '../support/cognito-app.ts';
import { createTestBed } from '../support/test-bed.ts';
import { requestTokens } from '../support/token-request.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('tokens have the claims that clients of Cognito look for, and the access token says nothing of who the user is', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const group = await bed.pool.client.groups.create({ name: 'divers' });
  await bed.pool.client.users.addToGroup({ id: user.id, groupId: group.id });
  const tokens = await tokensOf(app, user);
  const access = readClaims(tokens.AccessToken);
  const id = readClaims(tokens.IdToken);
  const both = {
    iss: `${bed.url}/realms/${bed.realm}`,
    sub: user.id,
    'cognito:groups': ['divers'],
    auth_time: access['iat'],
    jti: expect.stringMatching(UUID),
    origin_jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
  };
  expect(access).toMatchObject({
    ...both,
    token_use: 'access',
    client_id: app.clientId,
    username: user.username,
    version: 2,
  });
  expect(String(access['scope']).split(' ')).toEqual(
    expect.arrayContaining(['openid', 'aws.cognito.signin.user.admin']),
  );
  expect([access['aud']].flat()).toContain(app.clientId);
  for (const claim of ['email', 'email_verified', 'phone_number', 'phone_number_verified']) {
    expect(access).not.toHaveProperty(claim);
  }
  expect(id).toMatchObject({
    ...both,
    token_use: 'id',
    aud: app.clientId,
    'cognito:username': user.username,
    email: `${user.username}@example.org`,
    email_verified: true,
    phone_number: user.phoneNumber,
    phone_number_verified: false,
    given_name: 'Ann',
    family_name: 'Example',
  });
  expect(id['jti']).not.toBe(access['jti']);
  expect(id['origin_jti']).toBe(access['origin_jti']);
});

test('the ID token has what the client may read', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed, { settings: { ReadAttributes: ['email', 'given_name'] } });
  const claims = readClaims((await tokensOf(app, await bed.createUser())).IdToken);
  expect(claims).toMatchObject({ email: expect.any(String), given_name: 'Ann' });
  for (const claim of ['email_verified', 'phone_number', 'phone_number_verified', 'family_name']) {
    expect(claims).not.toHaveProperty(claim);
  }
});

test('a client whose tokens are not revoked gets none that say so', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed, { settings: { EnableTokenRevocation: false } });
  const { AccessToken, IdToken } = await tokensOf(app, await bed.createUser());
  for (const token of [AccessToken, IdToken]) {
    expect(readClaims(token)).toHaveProperty('jti');
    expect(readClaims(token)).not.toHaveProperty('origin_jti');
  }
});

test('a sign-in is a session of Keycloak with its event, and no sign-in is left half done', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  await tokensOf(app, user);
  const sessions = await bed.pool.client.users.listSessions({ id: user.id });
  expect(sessions).toHaveLength(1);
  expect(Object.values(sessions[0]?.clients ?? {})).toEqual([app.clientId]);
  const [event] = await bed.events('LOGIN');
  expect(event).toMatchObject({ clientId: app.clientId, userId: user.id, details: { username: user.username } });
});

test("Keycloak's own token endpoint refreshes, and the claims stay: one origin, new ids, the time of the sign-in", async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const tokens = await tokensOf(app, await bed.createUser());
  const refreshed = (await requestTokens(bed, {
    grant_type: 'refresh_token',
    client_id: app.clientId,
    refresh_token: tokens.RefreshToken,
  })) as unknown as Readonly<Record<string, string>>;
  const before = readClaims(tokens.AccessToken);
  for (const [token, use] of [
    [refreshed['access_token'], 'access'],
    [refreshed['id_token'], 'id'],
  ]) {
    const after = readClaims(token);
    expect(after).toMatchObject({ token_use: use, origin_jti: before['origin_jti'], auth_time: before['auth_time'] });
    expect(after['jti']).not.toBe(before['jti']);
  }
});

test('no other token is an access token of the API', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  await using otherBed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const { AccessToken, IdToken, RefreshToken } = await tokensOf(app, await bed.createUser());
  const foreign = await tokensOf(await createCognitoApp(otherBed), await otherBed.createUser());
  const [header, payload, signature = ''] = AccessToken.split('.');
  const forged = Buffer.from(JSON.stringify({ ...readClaims(AccessToken), sub: randomUUID() })).toString('base64url');
  for (const token of [
    IdToken,
    RefreshToken,
    `${header}.${forged}.${signature}`,
    `${header}.${payload}.${[...signature].toReversed().join('')}`,
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
    'a.b.c',
  ]) {
    expect(await acceptanceOf(app, token)).toBe('Invalid Access Token');
  }
  expect(await app.call('GetUserAuthFactors', { AccessToken: foreign.AccessToken })).toMatchObject({ status: 400 });
});

test("with AWS's issuer the API and refreshing work, and Keycloak's own endpoints take the access token no more", async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  await bed.setAttributes({ 'lifeguard.cognito.issuer': 'cognito', 'lifeguard.cognito.poolId': app.poolId });
  const tokens = await tokensOf(app, await bed.createUser());
  const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${app.poolId}`;
  expect(readClaims(tokens.AccessToken)['iss']).toBe(issuer);
  expect(readClaims(tokens.IdToken)['iss']).toBe(issuer);
  expect(await acceptanceOf(app, tokens.AccessToken)).toBe('taken');
  expect(await userInfoStatus(bed, tokens.AccessToken)).toBe(401);
  const refreshAtKeycloak = (token: string) =>
    requestTokens(bed, { grant_type: 'refresh_token', client_id: app.clientId, refresh_token: token });
  const once = (await refreshAtKeycloak(tokens.RefreshToken)) as unknown as Readonly<Record<string, string>>;
  const twice = (await refreshAtKeycloak(once['refresh_token'] ?? '')) as unknown as Readonly<Record<string, string>>;
  expect(readClaims(twice['access_token'])['iss']).toBe(issuer);
  expect(
    (await postToKeycloak(bed, 'logout', { client_id: app.clientId, refresh_token: twice['refresh_token'] ?? '' }))
      .status,
  ).toBe(204);
  expect(await acceptanceOf(app, tokens.AccessToken)).toBe('Access Token has been revoked');
});
