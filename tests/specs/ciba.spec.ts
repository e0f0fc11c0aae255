import { expect, test } from '@playwright/test';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { requestTokens, type TokenAnswer } from '../support/token-request.ts';

const CLIENT = { client_id: 'bank', client_secret: 'bank-secret' };

/** Seconds from one question of the client's to the next; sooner ones are told to slow down. */
const INTERVAL = '1';

async function createClient(bed: TestBed): Promise<void> {
  await bed.setAttributes({ cibaInterval: INTERVAL });
  await bed.pool.client.clients.create({
    clientId: CLIENT.client_id,
    secret: CLIENT.client_secret,
    standardFlowEnabled: false,
    attributes: { 'oidc.ciba.grant.enabled': 'true' },
  });
}

/** Asks for a sign-in, which the user's device approves at once, and polls for the tokens until there is an answer. */
async function signInByDevice(bed: TestBed, { username }: TestUser): Promise<TokenAnswer> {
  const response = await fetch(`${bed.url}/realms/${bed.realm}/protocol/openid-connect/ext/ciba/auth`, {
    method: 'POST',
    body: new URLSearchParams({ ...CLIENT, scope: 'openid', login_hint: username }),
  });
  const { auth_req_id, error_description } = (await response.json()) as Record<string, string>;
  if (auth_req_id === undefined) throw new Error(`the request was refused: ${error_description}`);
  const poll = () => requestTokens(bed, { ...CLIENT, grant_type: 'urn:openid:params:grant-type:ciba', auth_req_id });
  let answer = await poll();
  await expect
    .poll(
      async () => {
        if (answer.error === 'authorization_pending' || answer.error === 'slow_down') answer = await poll();
        return answer.error ?? '';
      },
      { intervals: [1_000] },
    )
    .not.toMatch(/authorization_pending|slow_down/);
  return answer;
}

test('a user who owes a second factor gets no tokens by the approval of a device', async () => {
  await using bed = await createTestBed();
  await createClient(bed);
  const user = await bed.createUser();
  expect(await signInByDevice(bed, user)).toEqual({
    status: 400,
    error: 'access_denied',
    error_description: expect.stringContaining('second factor'),
  });
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
  const withoutFactor = await bed.createUser({ phone: false });
  expect(await signInByDevice(bed, withoutFactor)).toMatchObject({ error: 'access_denied' });
});

test('users of an Optional pool without a factor come in, those with one do not', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  await createClient(bed);
  const user = await bed.createUser({ phone: false });
  expect((await signInByDevice(bed, user)).access_token).toBeTruthy();
  await giveAuthenticator(bed, user);
  expect(await signInByDevice(bed, user)).toMatchObject({ error: 'access_denied' });
});

test('everybody comes in where the operator says that the device is a second factor', async () => {
  await using bed = await createTestBed({ policy: { backchannelIsSecondFactor: true } });
  await createClient(bed);
  expect((await signInByDevice(bed, await bed.createUser())).access_token).toBeTruthy();
  await bed.setAttributes({ 'lifeguard.backchannelIsSecondFactor': 'perhaps' });
  expect(await signInByDevice(bed, await bed.createUser())).toMatchObject({ error: 'access_denied' });
});
