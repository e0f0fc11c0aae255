import { createHmac, randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { acceptanceOf, PASSWORD_ALONE, postToKeycloak, tokensOf, userInfoStatus } from '../support/api-tokens.ts';
import { readClaims } from '../support/claims.ts';
import type { ApiAnswer } from '../support/cognito-api.ts';
import { type CognitoApp, createCognitoApp } from '../support/cognito-app.ts';
import { createTestBed } from '../support/test-bed.ts';
import { requestTokens } from '../support/token-request.ts';

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

test('the API refreshes without a new refresh token, for the client that the token was made for alone', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const other = await createCognitoApp(bed);
  const user = await bed.createUser();
  const { AccessToken, RefreshToken } = await tokensOf(app, user);
  const { AuthenticationResult: again } = await refresh(app, RefreshToken);
  expect(again).not.toHaveProperty('RefreshToken');
  expect(readClaims(again?.AccessToken)['origin_jti']).toBe(readClaims(AccessToken)['origin_jti']);
  expect(await acceptanceOf(app, again?.AccessToken ?? '')).toBe('taken');
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
  expect(await rotate(strict, first)).toMatchObject({
    __type: 'RefreshTokenReuseException',
    message: 'Refresh Token has been revoked',
  });
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
    return (await (await postToKeycloak(bed, 'token/introspect', fields)).json()) as Readonly<Record<string, unknown>>;
  };
  expect(await introspect()).toMatchObject({ active: true, token_use: 'access', username: user.username });
  expect(await userInfoStatus(bed, AccessToken)).toBe(200);
  expect(await acceptanceOf(app, AccessToken)).toBe('taken');

  const input = { ClientId: app.clientId, ClientSecret: secret, Token: RefreshToken };
  expect(await app.call('RevokeToken', input)).toMatchObject({ status: 200 });
  expect(await introspect()).toEqual({ active: false });
  expect(await userInfoStatus(bed, AccessToken)).toBe(401);
  expect(await acceptanceOf(app, AccessToken)).toBe('Access Token has been revoked');
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
  expect(await app.call('RevokeToken', input)).toMatchObject({ status: 200 });
});

test("what Keycloak's own endpoints revoke or log out the API takes no more", async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const first = await tokensOf(app, user);
  await postToKeycloak(bed, 'revoke', { client_id: app.clientId, token: first.AccessToken });
  expect(await acceptanceOf(app, first.AccessToken)).toBe('Access Token has been revoked');
  const second = await tokensOf(app, user);
  expect(
    (await postToKeycloak(bed, 'logout', { client_id: app.clientId, refresh_token: second.RefreshToken })).status,
  ).toBe(204);
  expect(await acceptanceOf(app, second.AccessToken)).toBe('Access Token has been revoked');
});

test('signing out everywhere ends every session, and a user who is disabled or gone is told so', async () => {
  await using bed = await createTestBed(PASSWORD_ALONE);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const here = await tokensOf(app, user);
  const there = await tokensOf(app, user);
  expect(await app.call('GlobalSignOut', { AccessToken: here.AccessToken })).toMatchObject({ status: 200 });
  for (const { AccessToken } of [here, there])
    expect(await acceptanceOf(app, AccessToken)).toBe('Access Token has been revoked');
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);

  // In the same second, mostly: what comes after a sign-out is not ended by it.
  const { AccessToken } = await tokensOf(app, user);
  await bed.pool.client.users.update({ id: user.id }, { enabled: false });
  expect(await acceptanceOf(app, AccessToken)).toBe('User is disabled.');
  await bed.pool.client.users.del({ id: user.id });
  expect(await acceptanceOf(app, AccessToken)).toBe('Access Token has been revoked');
});
