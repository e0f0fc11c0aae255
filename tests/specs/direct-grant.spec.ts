import { expect, test } from '@playwright/test';
import { appOf } from '../support/authenticator-app.ts';
import { enterWrongCodes } from '../support/enter-wrong-codes.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { directGrant } from '../support/token-request.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

async function userApp(bed: TestBed, user: TestUser) {
  return appOf(await giveAuthenticator(bed, user));
}

test('the password alone gets no tokens but a challenge and a text; the second request carries the code', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const challenge = await directGrant(bed, user);
  expect(challenge).toEqual({
    status: 400,
    error: 'invalid_grant',
    error_description: expect.stringContaining('sms_code'),
    mfa_challenge: 'SMS_MFA',
    mfa_destination: `+*******${user.phoneNumber.slice(-4)}`,
  });
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
  const code = await bed.lastCode(user.phoneNumber);
  expect(await directGrant(bed, user, { sms_code: code })).toMatchObject({
    status: 200,
    access_token: expect.any(String),
  });
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('ten requests without a code send one text', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await Promise.all(Array.from({ length: 10 }, () => directGrant(bed, user)));
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('a wrong password gets neither a text nor a word about the second factor', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const code = { sms_code: '123456' };
  const answer = await directGrant(bed, { ...user, password: 'wrong' }, code);
  expect(answer).toEqual({ status: 400, error: 'invalid_grant', error_description: 'Invalid user credentials' });
  expect(await bed.texts(user.phoneNumber)).toEqual([]);
});

test('a wrong code is counted, and is another event than a wrong password', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  const user = await bed.createUser();
  await directGrant(bed, user);
  const code = await bed.lastCode(user.phoneNumber);
  await enterWrongCodes(bed, {
    user,
    count: 2,
    async submit(wrong) {
      const answer = await directGrant(bed, user, { sms_code: wrong });
      expect(answer).toMatchObject({ status: 400, error: 'invalid_grant', mfa_challenge: 'SMS_MFA' });
      expect(answer.error_description).toContain('That code is not right.');
    },
  });
  await directGrant(bed, { ...user, password: 'wrong' });
  const errors = (await bed.events('LOGIN_ERROR')).map(({ error }) => error);
  expect(errors.toSorted()).toEqual(['invalid_code', 'invalid_code', 'invalid_user_credentials']);
  // Keycloak keeps a user out while a failure of theirs is still being counted.
  await expect.poll(() => bed.failures(user)).toBe(3);
  expect(await directGrant(bed, user, { sms_code: code })).toMatchObject({ access_token: expect.any(String) });
});

test('a used code and an expired one get no tokens', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await directGrant(bed, user);
  const used = await bed.lastCode(user.phoneNumber);
  expect((await directGrant(bed, user, { sms_code: used })).access_token).toBeTruthy();
  expect((await directGrant(bed, user, { sms_code: used })).access_token).toBeUndefined();
  const expired = await bed.lastCode(user.phoneNumber);
  await bed.moveClock(181);
  const late = await directGrant(bed, user, { sms_code: expired });
  expect(late.access_token).toBeUndefined();
  expect(late.error_description).toContain('That code has expired.');
});

test("an authenticator's code is taken once, under Keycloak's own names for it", async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const app = await userApp(bed, user);
  expect(await directGrant(bed, user)).toMatchObject({ status: 400, mfa_challenge: 'SOFTWARE_TOKEN_MFA' });
  expect((await directGrant(bed, user, { totp: await app.wrongCode() })).access_token).toBeUndefined();
  const code = await app.code();
  expect((await directGrant(bed, user, { totp: code })).access_token).toBeTruthy();
  expect((await directGrant(bed, user, { totp: code })).access_token).toBeUndefined();
  expect((await directGrant(bed, user, { otp: await app.code(1) })).access_token).toBeTruthy();
});

test('a user with both factors names one of them', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const app = await userApp(bed, user);
  expect(await directGrant(bed, user)).toMatchObject({
    mfa_challenge: 'SELECT_MFA_TYPE',
    mfa_factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
  });
  expect(await directGrant(bed, user, { totp: await app.code() })).toMatchObject({ mfa_challenge: 'SELECT_MFA_TYPE' });
  expect(await bed.texts(user.phoneNumber)).toEqual([]);
  const byApp = { mfa_factor: 'SOFTWARE_TOKEN_MFA', totp: await app.code() };
  expect((await directGrant(bed, user, byApp)).access_token).toBeTruthy();
  expect(await directGrant(bed, user, { mfa_factor: 'SMS_MFA' })).toMatchObject({ mfa_challenge: 'SMS_MFA' });
  const bySms = { mfa_factor: 'SMS_MFA', sms_code: await bed.lastCode(user.phoneNumber) };
  expect((await directGrant(bed, user, bySms)).access_token).toBeTruthy();
});

test('a user without a factor gets no tokens and is told to set one up in a browser', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  expect(await directGrant(bed, user)).toEqual({
    status: 400,
    error: 'invalid_grant',
    error_description: expect.stringContaining('sign in with a browser'),
  });
  await bed.setPolicy({ mfaConfiguration: 'OPTIONAL' });
  expect((await directGrant(bed, user)).access_token).toBeTruthy();
});

test('a policy that nobody can read gives no tokens', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await bed.setAttributes({ 'lifeguard.mfaConfiguration': 'on' });
  const answer = await directGrant(bed, user);
  expect(answer).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(answer.access_token).toBeUndefined();
});

test('a locked user gets neither a check nor a text, and the right code is worth nothing', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  await bed.pool.client.realms.update({ realm: bed.realm }, { failureFactor: 2, waitIncrementSeconds: 300 });
  const user = await bed.createUser();
  await directGrant(bed, user);
  const code = await bed.lastCode(user.phoneNumber);
  await enterWrongCodes(bed, { user, count: 2, submit: (wrong) => directGrant(bed, user, { sms_code: wrong }) });
  expect((await directGrant(bed, user, { sms_code: code })).access_token).toBeUndefined();
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('fifty parallel guesses get five checks', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await directGrant(bed, user);
  const guesses = wrongCodes(await bed.lastCode(user.phoneNumber), 50);
  const answers = await Promise.all(guesses.map((sms_code) => directGrant(bed, user, { sms_code })));
  expect(answers.filter(({ error_description: text = '' }) => text.includes('Too many wrong codes.'))).toHaveLength(45);
});
