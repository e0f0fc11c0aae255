import { randomUUID } from 'node:crypto';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { expect, test } from '@playwright/test';
import { type CognitoApp, createCognitoApp } from '../support/cognito-app.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const WITH_SRP = {
  policy: { mfaConfiguration: 'OFF' },
  realm: { attributes: { 'lifeguard.cognito.srp': 'true' } },
} as const;
const WRONG = { code: 'NotAuthorizedException', message: 'Incorrect username or password.' };

/** Signs in as AWS's own client does unless it is told otherwise: nothing but a proof of the password goes over the wire. */
function signInBySrp(
  { poolId, clientId, endpoint }: CognitoApp,
  { username, password }: Pick<TestUser, 'username' | 'password'>,
): Promise<CognitoUserSession> {
  const pool = new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint });
  const user = new CognitoUser({ Username: username, Pool: pool });
  return new Promise((onSuccess, onFailure) => {
    const details = new AuthenticationDetails({ Username: username, Password: password });
    user.authenticateUser(details, { onSuccess, onFailure });
  });
}

function resetPassword({ pool }: TestBed, { id }: TestUser, value: string): Promise<void> {
  return pool.client.users.resetPassword({ id, credential: { type: 'password', value, temporary: false } });
}

test('a password that an administrator sets can be proven at once, and a wrong one is counted', async () => {
  await using bed = await createTestBed({ ...WITH_SRP, bruteForceProtected: true });
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const session = await signInBySrp(app, user);
  expect(session.getIdToken().payload).toMatchObject({ 'cognito:username': user.username, sub: user.id });
  await expect(signInBySrp(app, { ...user, password: 'wrong' })).rejects.toMatchObject(WRONG);
  expect(await bed.failures(user)).toBe(1);
});

test('the old password proves nothing when it was changed, by whatever way', async () => {
  await using bed = await createTestBed(WITH_SRP);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  await resetPassword(bed, user, 'new-one');
  await expect(signInBySrp(app, user)).rejects.toMatchObject(WRONG);
  await signInBySrp(app, { ...user, password: 'new-one' });
  const [password] = (await bed.pool.client.users.getCredentials({ id: user.id })).filter(
    ({ type }) => type === 'password',
  );
  await bed.pool.client.users.deleteCredential({ id: user.id, credentialId: password?.id ?? '' });
  await expect(signInBySrp(app, { ...user, password: 'new-one' })).rejects.toMatchObject({
    message: /No SRP verifier is kept/,
  });
});

test('a user of before gets a verifier by signing in once on the pages, or by the API with the password', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const app = await createCognitoApp(bed);
  const [onPages, byApi] = [await bed.createUser(), await bed.createUser()];
  await expect(signInBySrp(app, onPages)).rejects.toMatchObject({ message: /USER_SRP_AUTH is switched off/ });
  await bed.setAttributes({ 'lifeguard.cognito.srp': 'true' });
  for (const user of [onPages, byApi]) {
    await expect(signInBySrp(app, user)).rejects.toMatchObject({ message: /No SRP verifier is kept/ });
  }
  await new PlainBrowser(bed).signIn(onPages);
  await app.signIn(byApi);
  for (const user of [onPages, byApi]) await signInBySrp(app, user);
});

test('what is kept is ciphertext, which a realm without SRP keeps nothing of', async () => {
  await using bed = await createTestBed(WITH_SRP);
  const user = await bed.createUser();
  const kept = async () =>
    (await bed.pool.client.users.getCredentials({ id: user.id })).filter(({ type }) => type === 'lifeguard-srp');
  expect(await kept()).toEqual([
    expect.objectContaining({ credentialData: expect.stringMatching(/^\{"keyId":"[0-9a-f]{12}"\}$/) }),
  ]);
  await bed.setAttributes({ 'lifeguard.cognito.srp': 'false' });
  await resetPassword(bed, user, `pw-${randomUUID()}`);
  expect(await kept()).toEqual([]);
});

test('where existence is hidden, unknown names look like known ones, each with the same salt', async () => {
  await using bed = await createTestBed(WITH_SRP);
  const app = await createCognitoApp(bed, { settings: { PreventUserExistenceErrors: 'ENABLED' } });
  const user = await bed.createUser();
  const begin = async (name: string) => {
    const answer = await app.call('InitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      ClientId: app.clientId,
      AuthParameters: { USERNAME: name, SRP_A: 'abcdef' },
    });
    return answer.ChallengeParameters ?? {};
  };
  const [known, unknown, again, other] = [
    await begin(user.username),
    await begin('nobody'),
    await begin('nobody'),
    await begin('no-one'),
  ];
  expect(Object.keys(unknown).toSorted()).toEqual(Object.keys(known).toSorted());
  for (const name of ['SALT', 'SECRET_BLOCK']) expect(unknown[name]).toHaveLength(known[name]?.length ?? 0);
  expect(again['SALT']).toBe(unknown['SALT']);
  expect(other['SALT']).not.toBe(unknown['SALT']);
  expect(await begin('NOBODY')).toMatchObject({ SALT: unknown['SALT'], USERNAME: 'nobody' });
  expect(await begin(user.username.toUpperCase())).toMatchObject({ SALT: known['SALT'], USERNAME: user.username });
  expect(again['SRP_B']).not.toBe(unknown['SRP_B']);
  await expect(signInBySrp(app, { username: 'nobody', password: 'x' })).rejects.toMatchObject(WRONG);
});

test('a proof that somebody has overheard is worth nothing, and nobody’s wrong guess', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true, ...WITH_SRP });
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const overheard: object[] = [];
  const { fetch: own } = globalThis;
  globalThis.fetch = (input, init) => {
    if (String(init?.body).includes('PASSWORD_CLAIM_SIGNATURE'))
      overheard.push(JSON.parse(String(init?.body)) as object);
    return own(input, init);
  };
  try {
    await signInBySrp(app, user);
  } finally {
    globalThis.fetch = own;
  }
  expect(overheard).toHaveLength(1);
  const { Session: _left, ...withoutSession } = { Session: '', ...overheard[0] };
  for (const request of [overheard[0], withoutSession]) {
    expect(await app.call('RespondToAuthChallenge', { ...request })).toMatchObject({ status: 400 });
  }
  expect(await bed.failures(user)).toBe(0);
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toHaveLength(1);
});

test('a client that sends a multiple of the prime proves no password by it', async () => {
  await using bed = await createTestBed(WITH_SRP);
  const app = await createCognitoApp(bed);
  const user = await bed.createUser();
  const { ChallengeParameters: parameters = {} } = await app.call('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: app.clientId,
    AuthParameters: { USERNAME: user.username, SRP_A: '0' },
  });
  const answer = await app.call('RespondToAuthChallenge', {
    ClientId: app.clientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      USERNAME: user.username,
      PASSWORD_CLAIM_SECRET_BLOCK: parameters['SECRET_BLOCK'] ?? '',
      PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64'),
      TIMESTAMP: 'Mon Nov 9 07:05:03 UTC 2026',
    },
  });
  expect(answer).toMatchObject({ status: 400, message: WRONG.message });
});
