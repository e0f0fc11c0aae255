import { expect } from '@playwright/test';
import { card, complaints, consoleUrl, createAdmin, openConsole } from '../support/console-admin.ts';
import { enrolAuthenticator } from '../support/enrol.ts';
import { test } from '../support/pages.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const OPTIONAL = { policy: { mfaConfiguration: 'OPTIONAL' } } as const;

test('the page and its files have a strict policy, and nothing else of the JAR is served', async () => {
  await using bed = await createTestBed();
  const url = consoleUrl(bed);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
    'strict-transport-security': expect.stringContaining('max-age'),
  });
  const files = (await page.text()).match(/assets\/[\w.-]+/g) ?? [];
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const asset = await fetch(new URL(file, url));
    expect(Object.fromEntries(asset.headers)).toMatchObject({
      'content-type': expect.stringMatching(file.endsWith('.js') ? /^text\/javascript/ : /^text\/css/),
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('immutable'),
    });
  }
  for (const path of [
    'assets/x.js',
    'files.txt',
    'assets/..%2ffiles.txt',
    'assets/..%2f..%2fcore.js',
    'assets/',
    'x',
  ]) {
    expect((await fetch(`${url}${path}`)).status, path).toBe(404);
  }
});

test('an address without its last slash leads to the page', async () => {
  await using bed = await createTestBed();
  const answer = await fetch(consoleUrl(bed).replace(/\/$/, ''), { redirect: 'manual' });
  expect(answer.status).toBe(302);
  expect(new URL(answer.headers.get('location') ?? '', answer.url).href).toBe(consoleUrl(bed));
});

test('an administrator signs in and out by the sign-in of the realm, and no token is kept', async ({ page }) => {
  await using bed = await createTestBed(OPTIONAL);
  const found = complaints(page);
  const admin = await createAdmin(bed, ['realm-admin']);
  await openConsole(page, bed, admin);
  await expect(page.getByText(`Signed in as ${admin.username}`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(8);
  // The code is gone from the address, and the browser holds nothing that another script could take.
  expect(page.url()).toBe(consoleUrl(bed));
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await expect(card(page, 'Ways round the second factor').getByText(/^Problems: /)).toBeVisible();
  expect(found).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeVisible();
});

test('in a Required pool the console asks for the second factor as well', async ({ page }) => {
  await using bed = await createTestBed();
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  await expect(page.locator('#kc-totp-settings-form')).toBeVisible();
});

test('an answer that nobody in this tab has asked for signs nobody in', async ({ page }) => {
  await using bed = await createTestBed();
  await page.goto(`${consoleUrl(bed)}?state=forged&code=forged`);
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeVisible();
});

test('without the role the page says which one is missing, and shows nothing of the realm', async ({ page }) => {
  await using bed = await createTestBed(OPTIONAL);
  await openConsole(page, bed, await createAdmin(bed, ['view-events']));
  await expect(page.getByText(/needs the role view-realm/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
});

test('whoever may only look is told so when saving, and nothing changes', async ({ page }) => {
  await using bed = await createTestBed(OPTIONAL);
  await openConsole(page, bed, await createAdmin(bed, ['view-realm']));
  await page.getByLabel('SMS', { exact: true }).selectOption('Off');
  await card(page, 'Policy').getByRole('button', { name: 'Save' }).click();
  await expect(card(page, 'Policy').getByRole('alert')).toContainText('manage-realm');
  expect((await bed.pool.client.realms.findOne({ realm: bed.realm }))?.attributes).toMatchObject({
    'lifeguard.smsMfa': 'true',
  });
});

/** A pool with one user of each kind, of which the two with SMS have each got a text. */
async function usedPool(): Promise<TestBed> {
  const bed = await createTestBed();
  await enrolAuthenticator(bed, await bed.createUser({ phone: false }));
  const both = await bed.createUser({ phone: false });
  await enrolAuthenticator(bed, both);
  await bed.pool.askPlugin(`/users/${both.id}/phone-number`, {
    method: 'PUT',
    body: { phoneNumber: both.phoneNumber },
  });
  const spanish = await bed.createUser({ phonePrefix: '+3461' });
  expect(await new PlainBrowser(bed).signIn(spanish)).toBe('sms-code');
  const german = await bed.createUser({ phonePrefix: '+491512' });
  expect(await new PlainBrowser(bed).signIn(german)).toBe('sms-code');
  await bed.setAttributes({ 'lifeguard.smsDeniedCountries': 'FR' });
  await new PlainBrowser(bed).signIn(await bed.createUser({ phonePrefix: '+33612' }));
  await bed.setPolicy({ mfaConfiguration: 'OPTIONAL' });
  return bed;
}

test('the cards show the users, the spend, the refusals and the gateway of the pool', async ({ page }) => {
  await using bed = await usedPool();
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  const factors = card(page, 'Users and their factors');
  await expect(factors.getByText('Users: 6')).toBeVisible();
  await expect(factors.getByText('Authenticator and SMS: 1 (16.7%)')).toBeVisible();
  await expect(factors.getByText('Authenticator only: 1 (16.7%)')).toBeVisible();
  await expect(factors.getByText('SMS only: 3 (50%)')).toBeVisible();
  await expect(factors.getByText('No factor: 1 (16.7%)')).toBeVisible();

  const spend = card(page, 'Spend on SMS');
  await expect(spend.getByText('$0.20 of $1.00 (20%)', { exact: true })).toBeVisible();
  await expect(spend.getByRole('listitem').filter({ hasText: 'Germany' })).toContainText('$0.10, texts: 1');
  await expect(spend.getByRole('listitem').filter({ hasText: 'Spain' })).toContainText('$0.10, texts: 1');
  await spend.getByText('As a table').click();
  await expect(spend.getByRole('row')).toHaveCount(2);
  await expect(card(page, 'Texts that were refused').getByRole('listitem')).toContainText('The country is denied');
  await expect(card(page, 'Gateways').getByRole('row').filter({ hasText: 'webhook' })).toContainText('In use');

  await spend.getByRole('button', { name: 'Earlier month' }).click();
  await expect(spend.getByText('$0.00 of $1.00 (0%)', { exact: true })).toBeVisible();
});

test('the shares of the day before stay, and the next day moves on from them', async ({ page }) => {
  await using bed = await createTestBed(OPTIONAL);
  await bed.createUser();
  // Whoever counts first makes the day; the others at the same moment find it made.
  const counts = await Promise.all(Array.from({ length: 6 }, () => bed.pool.askPlugin('/factors')));
  expect(counts).toEqual(counts.map(() => expect.objectContaining({ ok: true, users: 1, sms: 1, none: 0 })));
  await bed.createUser({ phone: false });
  await bed.moveClock(24 * 60 * 60);
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  const factors = card(page, 'Users and their factors');
  await factors.getByText('As a table').click();
  const days = factors.getByRole('row');
  await expect(days).toHaveCount(3);
  await expect(days.nth(1)).toContainText('100%');
  await expect(days.nth(2)).toContainText('33.3%');
});

test('a policy that is saved holds at the next sign-in, and Required waits to be allowed', async ({ page }) => {
  await using bed = await createTestBed({
    ...OPTIONAL,
    realm: { attributes: { 'lifeguard.requiredAfterCreation': 'refused' } },
  });
  const user = await bed.createUser();
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  expect(await new PlainBrowser(bed).signIn(user)).toBe('signed-in');

  const policy = card(page, 'Policy');
  await policy.getByLabel('MFA', { exact: true }).selectOption('Required: everybody');
  await expect(policy.getByRole('button', { name: 'Save' })).toBeDisabled();
  await policy.getByRole('button', { name: 'Allow it for this pool' }).click();
  await expect(policy.getByRole('listitem')).toHaveText([
    'MFA: Optional: whoever has turned a factor on → Required: everybody',
    'Required after creation: Refused → Allowed',
  ]);
  await policy.getByRole('button', { name: 'Save' }).click();
  await expect(policy.getByRole('status')).toContainText('Saved');
  expect(await new PlainBrowser(bed).signIn(user)).toBe('sms-code');
});

test('a request for a higher limit is made and approved, and the limit is the new one', async ({ page }) => {
  await using bed = await createTestBed(OPTIONAL);
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  const limit = card(page, 'Monthly limit');
  await limit.getByText('Ask for a higher limit').click();
  await limit.getByLabel('Amount in USD a month').fill('50.00');
  await limit.getByLabel('Reason').fill('A campaign in December');
  await limit.getByRole('button', { name: 'Send the request' }).click();
  await expect(limit.getByText('A campaign in December')).toBeVisible();
  await expect(card(page, 'Spend on SMS').getByText('$0.00 of $1.00 (0%)', { exact: true })).toBeVisible();
  await limit.getByRole('button', { name: 'Approve $50.00' }).click();
  await expect(card(page, 'Spend on SMS').getByText('$0.00 of $50.00 (0%)', { exact: true })).toBeVisible();
  await expect(limit.getByText('No request waits for a decision.')).toBeVisible();

  await limit.getByText('Set the limit at once').click();
  await limit.getByLabel('New limit in USD a month').fill('cheap');
  await limit.getByRole('button', { name: 'Set the limit' }).click();
  await expect(limit.getByRole('alert').filter({ hasText: 'must be in USD' })).toBeVisible();
});

test('SMS settings are checked at their field, saved, and shown again', async ({ page }) => {
  await using bed = await createTestBed(OPTIONAL);
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  const settings = card(page, 'SMS settings');
  const denied = settings.getByLabel('Denied countries');
  await denied.fill('nowhere');
  await expect(settings.getByText(/must be countries/)).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Save' })).toBeDisabled();
  await denied.fill('FR +4479');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('status')).toContainText('Saved');
  await page.reload();
  await expect(denied).toHaveValue('FR +4479');
});

test('the audit names what is open and the command that mends it', async ({ page }) => {
  await using bed = await createTestBed({ ...OPTIONAL, bruteForceProtected: true });
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  const audit = card(page, 'Ways round the second factor');
  await expect(audit.getByText('Nothing is open.')).toBeVisible();
  await bed.pool.client.realms.update({ realm: bed.realm }, { browserFlow: 'browser' });
  await audit.getByRole('button', { name: 'Look again' }).click();
  await expect(audit.getByRole('listitem').filter({ hasText: 'Problem' }).first()).toContainText(
    `lifeguard install --realm ${bed.realm}`,
  );
});

test('a part that fails says so and is tried again, and the others stay', async ({ page }) => {
  await using bed = await createTestBed(OPTIONAL);
  await page.route('**/lifeguard/sms/spend*', (route) => route.fulfill({ status: 500, body: 'internal details' }));
  await openConsole(page, bed, await createAdmin(bed, ['realm-admin']));
  const spend = card(page, 'Spend on SMS');
  await expect(spend.getByRole('alert')).toHaveText('The server answered with 500. Look for the reason in its log.');
  await expect(card(page, 'Users and their factors').getByText('Users: 1')).toBeVisible();
  await page.unroute('**/lifeguard/sms/spend*');
  await spend.getByRole('button', { name: 'Try again' }).click();
  await expect(spend.getByText('$0.00 of $1.00 (0%)', { exact: true })).toBeVisible();
});
