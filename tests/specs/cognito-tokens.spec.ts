import { createHmac, randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { readClaims } from '../support/claims.ts';
import type { ApiAnswer } from '../support/cognito-api.ts';
import { type CognitoApp, createCognitoApp } from '../support/cognito-app.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { requestTokens } from '../support/token-request.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const PASSWORD_ALONE = { policy: { mfaConfiguration: 'OFF' } } as const;

type Tokens = Required<ApiAnswer>['AuthenticationResult'];

async function tokensOf(app: CognitoApp, user: TestUser): Promise<Tokens> {
  const answer = await app.signIn(user);
  expect(answer).toMatchObject({ status: 200, AuthenticationResult: { RefreshToken: expect.any(String) } });
  return answer.AuthenticationResult as Tokens;
}

async function post(bed: TestBed, path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${bed.url}/realms/${bed.realm}/protocol/openid-connect/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
}

async function userInfo(bed: TestBed, token: string): Promise<number> {
  const url = `${bed.url}/realms/${bed.realm}/protocol/openid-connect/userinfo`;
  return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status;
}

function refresh(app: CognitoApp, token: string): Promise<ApiAnswer> {
  return app.call('InitiateAuth', {
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    ClientId: app.clientId,
    AuthParameters: { REFRESH_TOKEN: token },
  });
}

function rotate(app: CognitoApp, token: string): Promise<ApiAnswer> {
  return app.call('GetTokensFromRefreshToken', { ClientId: app.clientId, RefreshToken: token });
}

/** Whether the API still takes the access token, in its words. */
async function ask(app: CognitoApp, token: string): Promise<string> {
  const { status, message = '' } = await app.call('GetUserAuthFactors', { AccessToken: token });
  return status === 200 ? 'taken' : message;
}

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

test('the API refreshes without a new refresh token, for the client that the token was made for alone', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const other = await createCognitoApp(bed);
  const user = await bed.createUser();
  const { AccessToken, RefreshToken } = await tokensOf(app, user);
  const { AuthenticationResult: again } = await refresh(app, RefreshToken);
  expect(again).not.toHaveProperty('RefreshToken');
  expect(readClaims(again?.AccessToken)['origin_jti']).toBe(readClaims(AccessToken)['origin_jti']);
  expect(await ask(app, again?.AccessToken ?? '')).toBe('taken');
  expect(await refresh(other, RefreshToken)).toMatchObject({ status: 400, message: 'Invalid Refresh Token' });
  expect(await refresh(app, AccessToken)).toMatchObject({ status: 400, message: 'Invalid Refresh Token' });
  expect(await refresh(app, `${RefreshToken.slice(0, -4)}AAAA`)).toMatchObject({ status: 400 });
  await bed.pool.client.users.update({ id: user.id }, { enabled: false });
  expect(await refresh(app, RefreshToken)).toMatchObject({ status: 400, message: 'User is disabled.' });
});

test('a refresh token that was rotated away ends, at the API and at Keycloak, when its grace is over', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const rotating = (seconds: number) =>
    createCognitoApp(bed, {
      settings: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: seconds } },
    });
  const user = await bed.createUser();

  const strict = await rotating(0);
  const { RefreshToken: first } = await tokensOf(strict, user);
  const [one, two] = await Promise.all([rotate(strict, first), rotate(strict, first)]);
  expect([one.status, two.status].toSorted()).toEqual([200, 400]);
  const next = (one.status === 200 ? one : two).AuthenticationResult?.RefreshToken ?? '';
  expect(next).not.toBe(first);
  expect(await rotate(strict, first)).toMatchObject({ message: 'Refresh Token has been revoked' });
  const atKeycloak = { grant_type: 'refresh_token', client_id: strict.clientId, refresh_token: first };
  expect(await requestTokens(bed, atKeycloak)).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(await rotate(strict, next)).toMatchObject({ status: 200 });

  const lenient = await rotating(3);
  const { RefreshToken: kept } = await tokensOf(lenient, user);
  for (let round = 0; round < 2; round += 1) expect(await rotate(lenient, kept)).toMatchObject({ status: 200 });
  // Also in the moment in which the grace ends, between one look at it and the next.
  let answers: readonly ApiAnswer[];
  do {
    answers = await Promise.all(Array.from({ length: 4 }, () => rotate(lenient, kept)));
    for (const { status, message } of answers) {
      expect([status, message]).toEqual(status === 200 ? [200, undefined] : [400, 'Refresh Token has been revoked']);
    }
  } while (answers.some(({ status }) => status === 200));
});

test('revocation ends the sign-in: at the API, at userinfo, at introspection, and it refreshes no more', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const secret = randomUUID().replaceAll('-', '');
  const app = await createCognitoApp(bed, { secret });
  const user = await bed.createUser();
  const hash = (name: string) =>
    createHmac('sha256', secret)
      .update(name + app.clientId)
      .digest('base64');
  const { AuthenticationResult: tokens } = await app.signIn(user, { SECRET_HASH: hash(user.username) });
  const { AccessToken = '', RefreshToken = '' } = tokens ?? {};
  const introspect = async () => {
    const fields = { client_id: app.clientId, client_secret: secret, token: AccessToken };
    return (await (await post(bed, 'token/introspect', fields)).json()) as Readonly<Record<string, unknown>>;
  };
  expect(await introspect()).toMatchObject({ active: true, token_use: 'access', username: user.username });
  expect(await userInfo(bed, AccessToken)).toBe(200);
  expect(await ask(app, AccessToken)).toBe('taken');

  const input = { ClientId: app.clientId, ClientSecret: secret, Token: RefreshToken };
  expect(await app.call('RevokeToken', input)).toMatchObject({ status: 200 });
  expect(await introspect()).toEqual({ active: false });
  expect(await userInfo(bed, AccessToken)).toBe(401);
  expect(await ask(app, AccessToken)).toBe('Access Token has been revoked');
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
  expect(await app.call('RevokeToken', input)).toMatchObject({ status: 200 });
});

test("what Keycloak's own endpoints revoke or log out the API takes no more", async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const first = await tokensOf(app, user);
  await post(bed, 'revoke', { client_id: app.clientId, token: first.AccessToken });
  expect(await ask(app, first.AccessToken)).toBe('Access Token has been revoked');
  const second = await tokensOf(app, user);
  expect((await post(bed, 'logout', { client_id: app.clientId, refresh_token: second.RefreshToken })).status).toBe(204);
  expect(await ask(app, second.AccessToken)).toBe('Access Token has been revoked');
});

test('signing out everywhere ends every session, and a user who is disabled or gone is told so', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const here = await tokensOf(app, user);
  const there = await tokensOf(app, user);
  expect(await app.call('GlobalSignOut', { AccessToken: here.AccessToken })).toMatchObject({ status: 200 });
  for (const { AccessToken } of [here, there])
    expect(await ask(app, AccessToken)).toBe('Access Token has been revoked');
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);

  // In the same second, mostly: what comes after a sign-out is not ended by it.
  const { AccessToken } = await tokensOf(app, user);
  await bed.pool.client.users.update({ id: user.id }, { enabled: false });
  expect(await ask(app, AccessToken)).toBe('User is disabled.');
  await bed.pool.client.users.del({ id: user.id });
  expect(await ask(app, AccessToken)).toBe('Access Token has been revoked');
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
    expect(await ask(app, token)).toBe('Invalid Access Token');
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
  expect(await ask(app, tokens.AccessToken)).toBe('taken');
  expect(await userInfo(bed, tokens.AccessToken)).toBe(401);
  const refreshAtKeycloak = (token: string) =>
    requestTokens(bed, { grant_type: 'refresh_token', client_id: app.clientId, refresh_token: token });
  const once = (await refreshAtKeycloak(tokens.RefreshToken)) as unknown as Readonly<Record<string, string>>;
  const twice = (await refreshAtKeycloak(once['refresh_token'] ?? '')) as unknown as Readonly<Record<string, string>>;
  expect(readClaims(twice['access_token'])['iss']).toBe(issuer);
  expect(
    (await post(bed, 'logout', { client_id: app.clientId, refresh_token: twice['refresh_token'] ?? '' })).status,
  ).toBe(204);
  expect(await ask(app, tokens.AccessToken)).toBe('Access Token has been revoked');
});
