import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { connect, getPoolPolicy, setPoolPolicy } from '@lifeguard/cli';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

const DAY_IN_MILLIS = 86_400_000;
const REFUSAL = 'Cannot turn MFA functionality ON, once the user pool has been created.';

/** A day so many days from today, as the policy writes it. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_IN_MILLIS).toISOString().slice(0, 10);
}

test('a realm that is created or imported with ON keeps it; one that was not is refused, with the reason', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const { url, admin } = testServer();
  const realm = `t-${randomUUID()}`;
  await bed.admin.realms.create({ realm, enabled: true, attributes: { 'lifeguard.mfaConfiguration': 'ON' } });
  try {
    const pool = await connect({
      server: url,
      realm,
      credentials: { user: admin.username, password: admin.password },
    });
    expect(await setPoolPolicy(pool, { mfaConfiguration: 'ON', smsMfa: true })).toMatchObject({ ok: true });
    expect(await setPoolPolicy(pool, { mfaConfiguration: 'OPTIONAL' })).toMatchObject({ ok: true });
    const refused = await setPoolPolicy(pool, { mfaConfiguration: 'ON' });
    expect(refused).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining(REFUSAL) }] });
    expect(await getPoolPolicy(pool)).toMatchObject({ policy: { mfaConfiguration: 'OPTIONAL' } });

    expect(await setPoolPolicy(pool, { mfaConfiguration: 'ON', requiredAfterCreation: 'allowed' })).toMatchObject({
      ok: true,
    });
    const { attributes } = (await bed.admin.realms.findOne({ realm })) ?? {};
    expect(attributes).toMatchObject({ 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'true' });
  } finally {
    await bed.admin.realms.del({ realm });
  }
});

test("Keycloak's own endpoint refuses it too, with the reason, and keeps nothing of the request", async () => {
  // Whether or not anybody wants to see admin events.
  await using bed = await createTestBed({
    policy: { mfaConfiguration: 'OPTIONAL' },
    realm: { adminEventsEnabled: false },
  });
  await bed.setAttributes({ 'lifeguard.requiredAfterCreation': 'refused' });
  const { attributes: before } = (await bed.admin.realms.findOne({ realm: bed.realm })) ?? {};
  const update = (attributes: Readonly<Record<string, string>>) =>
    putRealm(bed, { displayName: 'Changed', attributes: { ...before, ...attributes } });

  const refused = await update({ 'lifeguard.mfaConfiguration': 'ON' });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain(REFUSAL);
  const kept = await bed.admin.realms.findOne({ realm: bed.realm });
  expect(kept?.attributes).toMatchObject({ 'lifeguard.mfaConfiguration': 'OPTIONAL' });
  expect(kept?.displayName).not.toBe('Changed');

  // Everything else of a realm is changed as ever, and so is this where the operator has allowed it.
  expect((await update({})).status).toBe(204);
  const allowed = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.requiredAfterCreation': 'allowed' };
  expect((await update(allowed)).status).toBe(204);
  expect(await getPoolPolicy(bed.pool)).toMatchObject({ policy: { mfaConfiguration: 'ON' } });
});

test('during a grace period a user may postpone the set-up; from its last day on it is asked of everybody', async () => {
  await using bed = await createTestBed({ policy: { setUpGraceEndsOn: dayIn(2) } });
  const user = await bed.createUser({ phone: false });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('set-up');
  // With hyphens at which no line breaks.
  expect(browser.html).toContain(dayIn(2).replaceAll('-', '\u2011'));
  expect(await browser.submit({ setUp: '' })).toBe('signed-in');

  const willing = new PlainBrowser(bed);
  await willing.signIn(user);
  expect(await willing.submit({ setUp: 'SOFTWARE_TOKEN_MFA' })).toBe('enrolment');

  await bed.moveClock((3 * DAY_IN_MILLIS) / 1000);
  expect(await new PlainBrowser(bed).signIn(user)).toBe('enrolment');
  expect(await browser.submit({ setUp: '' })).not.toBe('signed-in');
});

test('nobody postpones a factor that is there', async () => {
  await using bed = await createTestBed({ policy: { setUpGraceEndsOn: dayIn(2) } });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(await bed.createUser())).toBe('sms-code');
  expect(await browser.submit({ setUp: '' })).toBe('sms-code');
});

test('a grace period in a pool that is Required only at creation lets nobody in', async () => {
  await using bed = await createTestBed();
  await bed.setAttributes({ 'lifeguard.requiredAfterCreation': 'refused', 'lifeguard.setUpGraceEndsOn': dayIn(2) });
  expect(await new PlainBrowser(bed).signIn(await bed.createUser({ phone: false }))).toBe('error');
});

test('the policy is changed by those who may manage the realm, and by nobody else', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const change = (token: string | undefined) => changePolicy(bed, token, { 'lifeguard.mfaConfiguration': 'OPTIONAL' });
  expect(await change(undefined)).toBe(401);
  expect(await change((await browser.tokens())['access_token'])).toBe(403);
  expect(await change(await bed.pool.client.getAccessToken())).toBe(200);
});

async function putRealm(bed: TestBed, changes: object): Promise<Response> {
  return fetch(`${bed.url}/admin/realms/${bed.realm}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await bed.pool.client.getAccessToken()}`,
    },
    body: JSON.stringify(changes),
  });
}

async function changePolicy(
  bed: TestBed,
  token: string | undefined,
  attributes: Readonly<Record<string, string>>,
): Promise<number> {
  const response = await fetch(`${bed.url}/admin/realms/${bed.realm}/lifeguard/policy`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ attributes }),
  });
  return response.status;
}
