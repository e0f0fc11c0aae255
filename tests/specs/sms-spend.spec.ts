import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import {
  connect,
  decideLimitRequest,
  getSpend,
  requestLimit,
  setLimit,
  setPhoneNumber,
  setSpendSettings,
} from '@lifeguard/cli';
import { lifeguard } from '../support/operator.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { REFUSED_PREFIX, SILENT_PREFIX } from '../support/sms-gateway.ts';
import type { SpendAlert } from '../support/spend-alert-receiver.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

/** Every text costs 0.10 USD unless a pool says otherwise. */
async function createLimitedBed(limit: string): Promise<TestBed> {
  return createTestBed({ realm: { attributes: { 'lifeguard.smsMonthlyLimit': limit } } });
}

async function signInBySms(bed: TestBed, user: TestUser): Promise<PlainBrowser> {
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  return browser;
}

async function spend(bed: TestBed) {
  const report = await getSpend(bed.pool);
  if (!report.ok) throw new Error(report.reason);
  return report;
}

test('at the limit no text goes out: the user reads a neutral message, and the operator an event, a log line and the report', async () => {
  await using bed = await createLimitedBed('0.10');
  const [first, second] = [await bed.createUser(), await bed.createUser()];
  await signInBySms(bed, first);
  const browser = await signInBySms(bed, second);
  expect(browser.html).toContain('We can&#39;t send text messages at the moment.');
  expect(browser.html).not.toMatch(/limit|spend|budget/i);
  expect(await bed.texts(first.phoneNumber)).toHaveLength(1);
  expect(await bed.texts(second.phoneNumber)).toHaveLength(0);

  expect(await bed.events('LOGIN_ERROR')).toContainEqual(
    expect.objectContaining({
      error: 'sms_send_failed',
      details: expect.objectContaining({ lifeguard_reason: 'sms_monthly_limit' }),
    }),
  );
  expect(await readFile(testServer().logFile, 'utf8')).toContain(`Texts of realm ${bed.realm} have reached 100 %`);
  expect(await spend(bed)).toMatchObject({
    limitInMicroUsd: 100_000,
    spentInMicroUsd: 100_000,
    texts: 1,
    refusals: [{ reason: 'monthly-limit', texts: 1 }],
  });
});

test('at the limit a user with an authenticator goes that way', async () => {
  await using bed = await createLimitedBed('0');
  const user = await bed.createUser();
  await giveAuthenticator(bed, user);
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  expect(await browser.submit({ factor: 'SMS_MFA' })).toBe('sms-code');
  expect(browser.html).toContain('We can&#39;t send text messages at the moment.');
  expect(await browser.submit({ factor: '' })).toBe('select-factor');
});

test('the webhook is told of 50, 80 and 100 percent once each, signed, and again when it has not answered', async () => {
  await using bed = await createLimitedBed('0.20');
  for (let sent = 0; sent < 4; sent += 1) await signInBySms(bed, await bed.createUser());
  const told = async () => {
    const response = await fetch(`${testServer().alertsUrl}?realm=${bed.realm}`);
    return ((await response.json()) as SpendAlert[]).toSorted((one, other) => one.percent - other.percent);
  };
  await expect.poll(told, { timeout: 20_000 }).toMatchObject([
    { percent: 50, isGenuine: true, monthlyLimitInMicroUsd: 200_000, spentInMicroUsd: 100_000 },
    { percent: 80, isGenuine: true },
    { percent: 100, isGenuine: true },
  ]);
  // A higher limit has thresholds of its own.
  await setLimit(bed.pool, { amount: '0.40' });
  await signInBySms(bed, await bed.createUser());
  await expect
    .poll(async () => (await told()).map(({ percent }) => percent), { timeout: 20_000 })
    .toEqual([50, 50, 80, 100]);
  // A limit that comes back was told of already.
  await setLimit(bed.pool, { amount: '0.20' });
  await signInBySms(bed, await bed.createUser());
  await setLimit(bed.pool, { amount: '0.41' });
  await signInBySms(bed, await bed.createUser());
  await expect
    .poll(async () => (await told()).map(({ percent }) => percent), { timeout: 20_000 })
    .toEqual([50, 50, 50, 80, 80, 100]);
});

test('the month that follows has the whole limit again', async () => {
  await using bed = await createLimitedBed('0.10');
  await signInBySms(bed, await bed.createUser());
  await bed.moveClock(32 * 86_400);
  const user = await bed.createUser();
  await signInBySms(bed, user);
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('what the gateway refuses costs nothing, and what it leaves unanswered is paid for', async () => {
  await using bed = await createLimitedBed('0.20');
  await signInBySms(bed, await bed.createUser({ phonePrefix: REFUSED_PREFIX }));
  expect(await spend(bed)).toMatchObject({ spentInMicroUsd: 0, texts: 0, refusals: [{ reason: 'gateway', texts: 1 }] });
  await signInBySms(bed, await bed.createUser({ phonePrefix: SILENT_PREFIX }));
  expect(await spend(bed)).toMatchObject({ spentInMicroUsd: 100_000, texts: 1 });
});

test('a repetition of the text is paid for too', async () => {
  await using bed = await createLimitedBed('0.20');
  const user = await bed.createUser();
  const browser = await signInBySms(bed, user);
  await bed.moveClock(31);
  await browser.submit({ resend: '' });
  expect(await bed.texts(user.phoneNumber)).toHaveLength(2);
  expect(await spend(bed)).toMatchObject({ spentInMicroUsd: 200_000, texts: 2 });
});

test('each text that went out is an event with its id and its outcome', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await signInBySms(bed, user);
  expect(await bed.events('CUSTOM_REQUIRED_ACTION')).toEqual([
    expect.objectContaining({
      userId: user.id,
      clientId: 'app',
      details: {
        custom_required_action: 'lifeguard-text-sent',
        lifeguard_text: expect.stringMatching(/^[0-9a-f-]{36}$/),
        lifeguard_outcome: 'accepted',
      },
    }),
  ]);
});

test('what is old is purged: reports stand for thirteen months', async () => {
  await using bed = await createTestBed();
  await signInBySms(bed, await bed.createUser());
  const { month } = await spend(bed);
  const textsThen = async () => {
    const report = await getSpend(bed.pool, { month });
    return report.ok && { texts: report.texts, spent: report.spentInMicroUsd };
  };
  await bed.moveClock(380 * 86_400);
  await signInBySms(bed, await bed.createUser());
  await expect.poll(async () => (await spend(bed)).texts).toBe(1);
  expect(await textsThen()).toEqual({ texts: 1, spent: 100_000 });
  await bed.moveClock(440 * 86_400);
  await expect.poll(textsThen, { timeout: 20_000 }).toEqual({ texts: 0, spent: 0 });
});

test('a realm that is deleted takes its spend along', async () => {
  const id = randomUUID();
  for (let time = 0; time < 2; time += 1) {
    await using bed = await createTestBed({ realm: { id, attributes: { 'lifeguard.smsMonthlyLimit': '0.10' } } });
    const user = await bed.createUser();
    await signInBySms(bed, user);
    expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
  }
});

test('thirty sign-ins at once that have room for ten texts send ten', async () => {
  await using bed = await createTestBed({
    realm: {
      attributes: { 'lifeguard.smsMonthlyLimit': '1.00' },
      passwordPolicy: 'hashIterations(1) and hashAlgorithm(pbkdf2-sha256)',
    },
  });
  const users = await Promise.all(Array.from({ length: 30 }, () => bed.createUser()));
  await Promise.all(users.map((user) => signInBySms(bed, user)));
  const texts = await Promise.all(users.map(({ phoneNumber }) => bed.texts(phoneNumber)));
  expect(texts.flat()).toHaveLength(10);
  expect(await spend(bed)).toMatchObject({ spentInMicroUsd: 1_000_000, texts: 10 });
});

test('countries, prices and the maximum price decide where texts go and what they cost', async () => {
  await using bed = await createLimitedBed('5.00');
  await setSpendSettings(bed.pool, {
    prices: 'default=0.10 US=0.0081 +1876=0.30 GB=0.04',
    maxPriceInMicroUsd: '0.20',
    deniedCountries: 'GB',
  });
  const number = async (phoneNumber: string) => {
    const user = await bed.createUser({ phone: false });
    await setPhoneNumber(bed.pool, { user: user.username, phoneNumber });
    return { ...user, phoneNumber };
  };
  const american = await number('+14155552671');
  const jamaican = await number('+18765552671');
  const british = await number('+447400123456');
  for (const user of [american, jamaican, british]) await signInBySms(bed, user);
  expect(await bed.texts(jamaican.phoneNumber)).toEqual([]);
  expect(await bed.texts(british.phoneNumber)).toEqual([]);
  expect(await spend(bed)).toMatchObject({
    byCountry: [{ country: 'US', texts: 1, costInMicroUsd: 8_100 }],
    refusals: expect.arrayContaining([
      { reason: 'price-above-maximum', texts: 1 },
      { reason: 'country-denied', texts: 1 },
    ]),
  });
});

test('caps by address, number, user and pool refuse one text too many', async () => {
  await using bed = await createLimitedBed('5.00');
  const user = await bed.createUser();
  async function isSent(headers: Readonly<Record<string, string>> = {}): Promise<boolean> {
    await bed.moveClock((clock += 200));
    const before = (await bed.texts(user.phoneNumber)).length;
    await new PlainBrowser(bed, headers).signIn(user);
    return (await bed.texts(user.phoneNumber)).length > before;
  }
  let clock = 0;
  for (const cap of ['perAddressPerHour', 'perNumberPerHour', 'perUserPerHour', 'perHour'] as const) {
    clock += 3_600;
    await setSpendSettings(bed.pool, { [cap]: '2' });
    expect([await isSent(), await isSent(), await isSent()], cap).toEqual([true, true, false]);
    if (cap === 'perAddressPerHour') expect(await isSent({ 'x-forwarded-for': '10.1.2.3' })).toBe(true);
    await setSpendSettings(bed.pool, { [cap]: '0' });
  }
  expect((await spend(bed)).refusals.map(({ reason }) => reason).toSorted()).toEqual([
    'address-cap',
    'number-cap',
    'pool-cap',
    'user-cap',
  ]);
});

test('settings that can not be read send nothing, whoever wrote them', async () => {
  await using bed = await createTestBed();
  await bed.setAttributes({ 'lifeguard.smsMonthlyLimit': 'much' });
  const user = await bed.createUser();
  await signInBySms(bed, user);
  expect(await bed.texts(user.phoneNumber)).toEqual([]);
  expect(await lifeguard(bed, 'sms', 'get')).toMatchObject({
    status: 1,
    output: expect.stringContaining('lifeguard.smsMonthlyLimit'),
  });
  expect((await lifeguard(bed, 'sms', 'set', '--monthly-limit', '5')).status).toBe(0);
  expect((await spend(bed)).refusals).toEqual([{ reason: 'settings-unreadable', texts: 1 }]);
});

test('the command asks for a higher limit, approves it, and shows spend as table, CSV and JSON', async () => {
  await using bed = await createLimitedBed('0.10');
  await signInBySms(bed, await bed.createUser());
  const asked = await lifeguard(bed, 'sms', 'limit', 'request', '50', '--reason', 'more users, "beta"');
  expect(asked).toMatchObject({ status: 0, output: expect.stringMatching(/request \S+ for 50\.00 USD/) });
  const id = /request (\S+)/.exec(asked.output)?.[1] ?? '';
  expect((await lifeguard(bed, 'sms', 'limit', 'list')).output).toMatch(/50\.00 +open/);
  expect((await spend(bed)).limitInMicroUsd).toBe(100_000);
  expect((await lifeguard(bed, 'sms', 'limit', 'approve', id)).status).toBe(0);
  expect(await lifeguard(bed, 'sms', 'limit', 'deny', id)).toMatchObject({
    status: 1,
    output: expect.stringContaining('no open request'),
  });
  expect((await spend(bed)).limitInMicroUsd).toBe(50_000_000);
  expect(await lifeguard(bed, 'sms', 'limit', 'request', '2', '--reason', 'less')).toMatchObject({ status: 1 });
  expect(await lifeguard(bed, 'sms', 'limit', 'set', '2,50')).toMatchObject({
    status: 1,
    output: expect.stringContaining('full stop'),
  });
  expect((await lifeguard(bed, 'sms', 'limit', 'set', '2.50')).output).toContain('2.50 USD a month');

  const day = new Date().toISOString().slice(0, 10);
  expect((await lifeguard(bed, 'sms', 'spend')).output).toContain('0.10 of 2.50 USD');
  expect((await lifeguard(bed, 'sms', 'spend', '--by', 'day', '--format', 'csv')).output).toBe(
    `day,texts,usd\r\n${day},1,0.10\n`,
  );
  const json = JSON.parse(
    (await lifeguard(bed, 'sms', 'spend', '--by', 'country', '--format', 'json')).output,
  ) as object;
  expect(json).toMatchObject({ texts: 1, spentInMicroUsd: 100_000 });
  expect((await lifeguard(bed, 'sms', 'limit', 'list', '--format', 'csv')).output).toContain('"more users, ""beta"""');
  expect(await lifeguard(bed, 'sms', 'spend', '--month', '2026-13')).toMatchObject({ status: 1 });

  const adminEvents = await bed.pool.client.realms.findAdminEvents({ realm: bed.realm, max: 1_000 });
  const operations = adminEvents
    .filter(({ resourcePath }) => resourcePath?.includes('sms/'))
    .map((event) => event.operationType);
  expect(operations.toSorted()).toEqual(['ACTION', 'CREATE', 'UPDATE']);
});

test('whoever may only look at a realm sees its spend and asks for more, and decides nothing', async () => {
  await using bed = await createTestBed();
  const { client } = bed.pool;
  const user = await bed.createUser();
  const [management] = await client.clients.find({ realm: bed.realm, clientId: 'realm-management' });
  const role = await client.clients.findRole({ id: management?.id ?? '', roleName: 'view-realm' });
  await client.users.addClientRoleMappings({
    id: user.id,
    clientUniqueId: management?.id ?? '',
    roles: [{ id: role?.id ?? '', name: 'view-realm' }],
  });
  await bed.setPolicy({ mfaConfiguration: 'OFF' });
  const credentials = { user: user.username, password: user.password };
  const viewer = await connect({ server: bed.url, realm: bed.realm, authRealm: bed.realm, credentials });
  expect(await getSpend(viewer)).toMatchObject({ ok: true });
  const asked = await requestLimit(viewer, { amount: '9', reason: 'launch' });
  expect(asked).toMatchObject({ ok: true, request: { requestedBy: user.username } });
  const id = asked.ok ? asked.request.id : '';
  await expect(decideLimitRequest(viewer, { id, decision: 'approve' })).rejects.toThrow();
  await expect(setLimit(viewer, { amount: '9' })).rejects.toThrow();
  expect((await spend(bed)).limitInMicroUsd).toBe(1_000_000);
  expect(await decideLimitRequest(bed.pool, { id, decision: 'deny' })).toMatchObject({ request: { state: 'denied' } });
});
