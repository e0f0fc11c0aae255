import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { getSpend, setLimit } from '@lifeguard/cli';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { REFUSED_PREFIX, SILENT_PREFIX } from '../support/sms-gateway.ts';
import type { SpendAlert } from '../support/spend-alert-receiver.ts';
import { createLimitedBed, signInBySms, spend } from '../support/spending.ts';
import { createTestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

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
    },
  });
  const users = await Promise.all(Array.from({ length: 30 }, () => bed.createUser()));
  await Promise.all(users.map((user) => signInBySms(bed, user)));
  const texts = await Promise.all(users.map(({ phoneNumber }) => bed.texts(phoneNumber)));
  expect(texts.flat()).toHaveLength(10);
  expect(await spend(bed)).toMatchObject({ spentInMicroUsd: 1_000_000, texts: 10 });
});
