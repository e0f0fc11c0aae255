import { pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { appOf, authenticatorApp } from '../support/authenticator-app.ts';
import { readClaims } from '../support/claims.ts';
import { apiApplication, callApi } from '../support/cognito-api.ts';
import { rememberSecret } from '../support/evidence.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { spend } from '../support/spending.ts';
import { createTestBed } from '../support/test-bed.ts';
import { CLIENT_ID } from '../support/test-realm.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

test('an authenticator that was set up by the API answers on the pages, and none of its codes twice', async () => {
  await using bed = await createTestBed();
  const app = await apiApplication(bed);
  const user = await bed.createUser({ phone: false });
  const challenge = await app.initiate(user);
  expect(challenge).toMatchObject({ ChallengeName: 'MFA_SETUP' });
  const { SecretCode = '', Session } = await app.call('AssociateSoftwareToken', { Session: challenge.Session });
  const device = await authenticatorApp(SecretCode);
  const first = await device.code(-1);
  const verified = await app.call('VerifySoftwareToken', { Session, UserCode: first, FriendlyDeviceName: 'phone' });
  expect(verified).toMatchObject({ status: 200, Status: 'SUCCESS' });
  const { Session: last = '' } = verified;
  const done = await app.respond({ ChallengeName: 'MFA_SETUP', Session: last }, user, {});
  expect(done.AuthenticationResult).toBeDefined();

  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('software-token');
  expect(await browser.submit({ otp: first })).toBe('software-token');
  const second = await device.code();
  expect(await browser.submit({ otp: second })).toBe('signed-in');
  const again = await app.initiate(user);
  expect(again).toMatchObject({
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    ChallengeParameters: { FRIENDLY_DEVICE_NAME: 'phone' },
  });
  expect(await app.respond(again, user, { SOFTWARE_TOKEN_MFA_CODE: second })).toMatchObject({
    __type: 'ExpiredCodeException',
    message: 'Your software token has already been used once.',
  });
  const third = await device.code(1);
  expect((await app.respond(again, user, { SOFTWARE_TOKEN_MFA_CODE: third })).AuthenticationResult).toBeDefined();
});

test('an authenticator of the pages answers by the API, and the session shows in the console with its event', async () => {
  await using bed = await createTestBed();
  const app = await apiApplication(bed);
  const user = await bed.createUser({ phone: false });
  const device = await appOf(await giveAuthenticator(bed, user));
  const challenge = await app.initiate(user);
  const code = await device.code();
  const { AuthenticationResult } = await app.respond(challenge, user, { SOFTWARE_TOKEN_MFA_CODE: code });
  expect(AuthenticationResult).toBeDefined();
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
  for (const token of [AccessToken, IdToken, RefreshToken]) await rememberSecret(token);

  const sessions = await bed.pool.client.users.listSessions({ id: user.id });
  expect(sessions.map(({ clients }) => Object.values(clients ?? {}))).toEqual([[CLIENT_ID]]);
  const [login] = await bed.events('LOGIN');
  expect(login).toMatchObject({ type: 'LOGIN', ipAddress: '127.0.0.1', details: { username: user.username } });
});

test('a refusal of the API is an event as well, and no session', async () => {
  await using bed = await createTestBed();
  const app = await apiApplication(bed);
  const user = await bed.createUser();
  expect(await app.initiate({ ...user, password: 'wrong' })).toMatchObject({
    status: 400,
    __type: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
  expect(await bed.events('LOGIN_ERROR')).toMatchObject([
    { error: 'invalid_user_credentials', ipAddress: '127.0.0.1' },
  ]);
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
  expect(await bed.texts(user.phoneNumber)).toEqual([]);
});

test('the lock is one: wrong codes by the API lock the pages, and wrong passwords on the pages lock the API', async () => {
  const realm = { failureFactor: 3, waitIncrementSeconds: 600, maxFailureWaitSeconds: 900 };
  await using bed = await createTestBed({ bruteForceProtected: true, realm });
  const app = await apiApplication(bed);
  const user = await bed.createUser();
  const challenge = await app.initiate(user);
  for (const code of wrongCodes(await bed.lastCode(user.phoneNumber), 3)) {
    expect(await app.respond(challenge, user, { SMS_MFA_CODE: code })).toMatchObject({ status: 400 });
  }
  await expect.poll(() => bed.failures(user)).toBe(3);
  expect(await new PlainBrowser(bed).signIn(user)).toBe('password');
  expect(await app.respond(challenge, user, { SMS_MFA_CODE: await bed.lastCode(user.phoneNumber) })).toMatchObject({
    message: 'Password attempts exceeded',
  });

  const other = await bed.createUser();
  const browser = new PlainBrowser(bed);
  for (let guess = 0; guess < 3; guess += 1) await browser.signIn({ ...other, password: 'wrong' });
  await expect.poll(() => bed.failures(other)).toBe(3);
  expect(await app.initiate(other)).toMatchObject({ message: 'Password attempts exceeded' });
});

test('texts of the API are paid for from the same money, and its codes are no codes of the pages', async () => {
  await using bed = await createTestBed();
  const app = await apiApplication(bed);
  const user = await bed.createUser();
  const challenge = await app.initiate(user);
  expect(challenge).toMatchObject({
    ChallengeName: 'SMS_MFA',
    ChallengeParameters: { CODE_DELIVERY_DESTINATION: `+*******${user.phoneNumber.slice(-4)}` },
  });
  const code = await bed.lastCode(user.phoneNumber);
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  expect(await spend(bed)).toMatchObject({ spentInMicroUsd: 200_000 });
  const ofPage = await bed.lastCode(user.phoneNumber);
  if (code !== ofPage) {
    expect(await browser.submit({ code })).toBe('sms-code');
    expect(await app.respond(challenge, user, { SMS_MFA_CODE: ofPage })).toMatchObject({
      __type: 'CodeMismatchException',
    });
  }
  expect(await browser.submit({ code: ofPage })).toBe('signed-in');
  expect((await app.respond(challenge, user, { SMS_MFA_CODE: code })).AuthenticationResult).toBeDefined();
});

test('a text that the API could not send is an event that says why', async () => {
  await using bed = await createTestBed({ realm: { attributes: { 'lifeguard.smsMonthlyLimit': '0.00' } } });
  const app = await apiApplication(bed);
  const user = await bed.createUser();
  expect(await app.initiate(user)).toMatchObject({ ChallengeName: 'SMS_MFA' });
  expect(await bed.events('LOGIN_ERROR')).toMatchObject([
    { error: 'sms_send_failed', details: { lifeguard_reason: 'sms_monthly_limit', username: user.username } },
  ]);
});

test('a preference that was set by the API decides what the pages ask for', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL', verifiedTokenIsEnabled: false } });
  const app = await apiApplication(bed);
  const user = await bed.createUser();
  await giveAuthenticator(bed, user);
  const { AccessToken = '' } = (await app.initiate(user)).AuthenticationResult ?? {};
  await rememberSecret(AccessToken);
  expect(
    await app.call('SetUserMFAPreference', { AccessToken, SMSMfaSettings: { Enabled: true, PreferredMfa: true } }),
  ).toEqual({ status: 200 });
  expect(await app.call('GetUser', { AccessToken })).toMatchObject({
    PreferredMfaSetting: 'SMS_MFA',
    UserMFASettingList: ['SMS_MFA'],
  });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('sms-code');
});

test('a password that is to be changed is changed by the API, and good on the pages', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const app = await apiApplication(bed);
  const user = await bed.createUser();
  await bed.pool.client.users.update({ id: user.id }, { requiredActions: ['UPDATE_PASSWORD'] });
  const challenge = await app.initiate(user);
  expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  const password = `another-${user.password}`;
  await rememberSecret(password);
  expect((await app.respond(challenge, user, { NEW_PASSWORD: password })).AuthenticationResult).toBeDefined();
  expect(await new PlainBrowser(bed).signIn({ ...user, password })).toBe('signed-in');
});

test('a password that is too old for the realm is replaced by the API before it gives tokens', async () => {
  const realm = { passwordPolicy: 'forceExpiredPasswordChange(90)' };
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' }, realm });
  const app = await apiApplication(bed);
  const [username, password, salt] = [`user-${randomUUID()}`, `pw-${randomUUID()}`, randomBytes(16)];
  await rememberSecret(password);
  const { id } = await bed.pool.client.users.create({
    username,
    firstName: 'Ann',
    lastName: 'Example',
    email: `${username}@example.org`,
    enabled: true,
    credentials: [
      {
        type: 'password',
        createdDate: Date.now() - 91 * 86_400_000,
        credentialData: JSON.stringify({ hashIterations: 1_000, algorithm: 'pbkdf2-sha256' }),
        secretData: JSON.stringify({
          value: pbkdf2Sync(password, salt, 1_000, 32, 'sha256').toString('base64'),
          salt: salt.toString('base64'),
        }),
      },
    ],
  });
  const user = { id, username, password, phoneNumber: '' };
  const challenge = await app.initiate(user);
  expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  expect(await bed.pool.client.users.listSessions({ id })).toEqual([]);
  const another = `another-${password}`;
  await rememberSecret(another);
  expect((await app.respond(challenge, user, { NEW_PASSWORD: another })).AuthenticationResult).toBeDefined();
  expect((await app.initiate({ ...user, password: another })).AuthenticationResult).toBeDefined();
});

test('a set-up that an administrator demands is not skipped by the API', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const app = await apiApplication(bed);
  const user = await bed.createUser();
  await bed.pool.client.users.update({ id: user.id }, { requiredActions: ['CONFIGURE_TOTP'] });
  expect(await app.initiate(user)).toMatchObject({
    __type: 'NotAuthorizedException',
    message: expect.stringContaining('CONFIGURE_TOTP'),
  });
});

test('an application that nobody has let in is unknown to the API', async () => {
  await using bed = await createTestBed();
  const { username, password } = await bed.createUser();
  const answer = await callApi(bed, 'InitiateAuth', {
    ClientId: CLIENT_ID,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD: password },
  });
  expect(answer).toMatchObject({
    status: 400,
    __type: 'ResourceNotFoundException',
    message: `User pool client ${CLIENT_ID} does not exist.`,
  });
  expect(await bed.events('LOGIN')).toEqual([]);
});

test('tokens of the API are refreshed, introspected and revoked at Keycloak’s own endpoints', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const app = await apiApplication(bed);
  const { AuthenticationResult } = await app.initiate(await bed.createUser());
  const { RefreshToken: refresh_token = '', AccessToken: before = '' } = AuthenticationResult ?? {};
  await rememberSecret(refresh_token);
  await rememberSecret(before);
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    fetch(`${bed.url}/realms/${bed.realm}/protocol/openid-connect/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: CLIENT_ID, ...fields }),
    });
  const refreshed = await post('token', { grant_type: 'refresh_token', refresh_token });
  expect(refreshed.status).toBe(200);
  const { access_token } = (await refreshed.json()) as { readonly access_token: string };
  await rememberSecret(access_token);
  for (const name of ['token_use', 'client_id', 'username', 'origin_jti', 'auth_time', 'sub']) {
    expect(readClaims(access_token)[name], name).toEqual(readClaims(before)[name]);
  }
  expect(await app.call('GetUser', { AccessToken: access_token })).toMatchObject({ status: 200 });
  expect((await post('revoke', { token: refresh_token })).status).toBe(200);
  expect(await app.call('GetUser', { AccessToken: access_token })).toMatchObject({
    status: 400,
    __type: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  });
});
