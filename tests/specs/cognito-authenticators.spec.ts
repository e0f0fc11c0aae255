import { expect, test } from '@playwright/test';
import { appOf, authenticatorApp } from '../support/authenticator-app.ts';
import { readClaims } from '../support/claims.ts';
import type { ApiAnswer } from '../support/cognito-api.ts';
import { type CognitoApp, createCognitoApp } from '../support/cognito-app.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const TOKENS_OPTIONAL = { policy: { mfaConfiguration: 'OPTIONAL', smsMfa: false, softwareTokenMfa: true } } as const;

async function accessTokenOf(app: CognitoApp, user: TestUser): Promise<string> {
  return (await app.signIn(user)).AuthenticationResult?.AccessToken ?? '';
}

function answerToken(app: CognitoApp, user: TestUser, { Session }: ApiAnswer, code: string): Promise<ApiAnswer> {
  return app.call('RespondToAuthChallenge', {
    ClientId: app.clientId,
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session,
    ChallengeResponses: { USERNAME: user.username, SOFTWARE_TOKEN_MFA_CODE: code },
  });
}

async function associate(app: CognitoApp, token: string): Promise<string> {
  const { SecretCode = '' } = await app.call('AssociateSoftwareToken', { AccessToken: token });
  // 160 bits of base32, on whose last letter all programs agree.
  expect(SecretCode).toMatch(/^[A-Z2-7]{32}$/);
  return SecretCode;
}

async function otps({ pool }: TestBed, { id }: TestUser): Promise<readonly (string | undefined)[]> {
  const credentials = await pool.client.users.getCredentials({ id });
  return credentials.filter(({ type }) => type === 'otp').map(({ userLabel }) => userLabel);
}

test('the first right code makes a new authenticator the only one; asked again with the same code it is no harm', async () => {
  await using bed = await createTestBed({ policy: { ...TOKENS_OPTIONAL.policy, mfaConfiguration: 'ON' } });
  const app = await createCognitoApp(bed);
  const user = await bed.createUser({ phone: false });
  const old = await appOf(await giveAuthenticator(bed, user));
  const answer = await answerToken(app, user, await app.signIn(user), await old.code());
  const token = answer.AuthenticationResult?.AccessToken ?? '';
  const phone = await authenticatorApp(await associate(app, token));
  const verify = (code: string, name = 'new phone') =>
    app.call('VerifySoftwareToken', { AccessToken: token, UserCode: code, FriendlyDeviceName: name });
  const refused = { status: 400, __type: 'EnableSoftwareTokenMFAException' };
  expect(await verify(await old.code(1))).toMatchObject(refused);
  expect(await verify(await phone.wrongCode())).toMatchObject(refused);
  expect(await otps(bed, user)).toHaveLength(1);

  const code = await phone.code();
  expect(await verify(code)).toMatchObject({ status: 200, Status: 'SUCCESS' });
  expect(await otps(bed, user)).toEqual(['new phone']);
  expect(await verify(code)).toMatchObject({ status: 200, Status: 'SUCCESS' });
  expect(await otps(bed, user)).toEqual(['new phone']);
  expect(await verify(await phone.code(1))).toMatchObject({ status: 400, __type: 'SoftwareTokenMFANotFoundException' });
});

test('of two confirmations at once one wins, and there is one authenticator', async () => {
  await using bed = await createTestBed(TOKENS_OPTIONAL);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const token = await accessTokenOf(app, user);
  const phone = await authenticatorApp(await associate(app, token));
  const verify = async (steps: number) =>
    app.call('VerifySoftwareToken', { AccessToken: token, UserCode: await phone.code(steps) });
  const statuses = (await Promise.all([verify(0), verify(1), verify(0)])).map(({ status }) => status);
  expect(statuses).toContain(200);
  expect(await otps(bed, user)).toHaveLength(1);
});

test('the code that has confirmed an authenticator is used up, the next one signs in', async () => {
  await using bed = await createTestBed({ policy: { ...TOKENS_OPTIONAL.policy, mfaConfiguration: 'ON' } });
  const app = await createCognitoApp(bed);
  const user = await bed.createUser({ phone: false });
  const setUp = await app.signIn(user);
  expect(setUp.ChallengeName).toBe('MFA_SETUP');
  const associated = await app.call('AssociateSoftwareToken', { Session: setUp.Session });
  const phone = await authenticatorApp(String(associated['SecretCode']));
  const code = await phone.code();
  const verified = await app.call('VerifySoftwareToken', { Session: associated.Session, UserCode: code });
  expect(verified).toMatchObject({ status: 200, Status: 'SUCCESS' });

  const asked = await app.signIn(user);
  const answer = (guess: string) => answerToken(app, user, asked, guess);
  expect(await answer(code)).toMatchObject({ status: 400, __type: 'ExpiredCodeException' });
  expect(await answer(await phone.wrongCode())).toMatchObject({ status: 400, __type: 'CodeMismatchException' });
  const { AuthenticationResult: tokens } = await answer(await phone.code(1));
  for (const token of [tokens?.AccessToken, tokens?.IdToken]) {
    expect(readClaims(token)).toMatchObject({ amr: ['pwd', 'otp', 'mfa'], acr: '2' });
  }
});

test('guesses at once are all counted', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' }, bruteForceProtected: true });
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const guesses = Array.from({ length: 6 }, () => app.signIn({ ...user, password: 'wrong' }));
  const wrong = (await Promise.all(guesses)).filter(({ message }) => message === 'Incorrect username or password.');
  expect(wrong.length).toBeGreaterThan(0);
  // Keycloak counts one more now and then, where the first two meet, and never one less.
  expect(await bed.failures(user)).toBeGreaterThanOrEqual(wrong.length);
});

test('a lock stands at the very next request', async () => {
  await using bed = await createTestBed({
    policy: { mfaConfiguration: 'OFF' },
    bruteForceProtected: true,
    realm: { failureFactor: 3, waitIncrementSeconds: 60, maxFailureWaitSeconds: 60 },
  });
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const messages: (string | undefined)[] = [];
  for (let guess = 0; guess < 4; guess += 1) messages.push((await app.signIn({ ...user, password: 'wrong' })).message);
  expect(messages).toEqual([
    ...Array.from({ length: 3 }, () => 'Incorrect username or password.'),
    'Password attempts exceeded',
  ]);
  expect(await app.signIn(user)).toMatchObject({ status: 400, message: 'Password attempts exceeded' });
  expect(await bed.failures(user)).toBe(3);
});
