import { expect } from '@playwright/test';
import { setFactorPreference } from '@lifeguard/cli';
import { appOf, authenticatorApp, encodeBase32 } from '../support/authenticator-app.ts';
import { passPassword, test } from '../support/pages.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const SETTINGS = { kc_action: 'lifeguard-mfa-settings' };
const BOTH = { mfaConfiguration: 'OPTIONAL', smsMfa: true, softwareTokenMfa: true } as const;

async function userWithBoth(bed: TestBed) {
  const user = await bed.createUser();
  return { user, app: await appOf(await giveAuthenticator(bed, user)) };
}

/** Opens the page of factors, by the way of a user who is not signed in. */
async function openSettings(bed: TestBed, user: TestUser, code: () => Promise<string>): Promise<PlainBrowser> {
  const browser = new PlainBrowser(bed);
  await browser.open(SETTINGS);
  const page = await browser.password(user);
  if (page === 'select-factor') await browser.submit({ factor: 'SOFTWARE_TOKEN_MFA' });
  if (browser.kind === 'software-token') await browser.submit({ otp: await code() });
  expect(browser.kind).toBe('mfa-settings');
  return browser;
}

test('a user turns SMS on in an Optional pool, prefers it, and is asked for it, with the other one a choice away', async () => {
  await using bed = await createTestBed({ policy: BOTH });
  const { user, app } = await userWithBoth(bed);
  const settings = await openSettings(bed, user, () => app.code());
  expect(settings.html).not.toContain(user.phoneNumber);
  expect(await settings.submit({ button: 'enable:SMS_MFA' })).toBe('mfa-settings');
  expect(await new PlainBrowser(bed).signIn(user)).toBe('select-factor');
  expect(await settings.submit({ button: 'prefer:SMS_MFA' })).toBe('mfa-settings');
  expect(await settings.submit({ button: 'done' })).toBe('signed-in');

  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  expect(await browser.submit({ factor: '' })).toBe('select-factor');
  expect(await browser.submit({ factor: 'SOFTWARE_TOKEN_MFA' })).toBe('software-token');
  expect(await browser.submit({ otp: await app.code(1) })).toBe('signed-in');
});

test('whoever turns everything off in an Optional pool is not asked, and stays so', async () => {
  await using bed = await createTestBed({ policy: BOTH });
  const { user, app } = await userWithBoth(bed);
  const settings = await openSettings(bed, user, () => app.code());
  await settings.submit({ button: 'disable:SOFTWARE_TOKEN_MFA' });
  for (let i = 0; i < 2; i += 1) expect(await new PlainBrowser(bed).signIn(user)).toBe('signed-in');
});

test('the page asks a signed-in user for the password afresh', async () => {
  await using bed = await createTestBed({ policy: BOTH });
  const { user, app } = await userWithBoth(bed);
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  expect(await browser.submit({ otp: await app.code() })).toBe('signed-in');
  await expect.poll(() => browser.open(SETTINGS)).toBe('password');
});

test('a replaced authenticator is worth nothing, the new one is, and the preference survives it', async () => {
  await using bed = await createTestBed();
  const { user, app } = await userWithBoth(bed);
  await setFactorPreference(bed.pool, {
    user: user.username,
    preference: { SOFTWARE_TOKEN_MFA: { Enabled: true, PreferredMfa: true } },
  });
  const settings = await openSettings(bed, user, () => app.code());
  const [, replace = ''] = /value="(replace:[^"]+)"/.exec(settings.html) ?? [];
  expect(await settings.submit({ button: replace })).toBe('enrolment');
  const secret = /name="totpSecret" value="([^"]+)"/.exec(settings.html)?.[1] ?? '';
  const fresh = await authenticatorApp(encodeBase32(Buffer.from(secret)));
  const enrolled = { totp: await fresh.code(), totpSecret: secret, userLabel: 'new phone' };
  expect(await settings.submit(enrolled)).toBe('signed-in');

  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('software-token');
  expect(await browser.submit({ otp: await app.code(1) })).toBe('software-token');
  expect(await browser.submit({ otp: await fresh.code(1) })).toBe('signed-in');
});

test('in a Required pool no button turns a factor off, and a forged one changes nothing', async () => {
  await using bed = await createTestBed();
  const { user, app } = await userWithBoth(bed);
  const settings = await openSettings(bed, user, () => app.code());
  expect(settings.html).not.toContain('disable:');
  await settings.submit({ button: 'disable:SMS_MFA' });
  expect(settings.html).toContain('That is not possible for your account.');
  await settings.submit({ button: 'remove:some-other-credential' });
  expect(settings.html).toContain('That is not possible for your account.');
  expect(await new PlainBrowser(bed).signIn(user)).toBe('select-factor');
});

test('a person manages the factors on the page', async ({ page }) => {
  await using bed = await createTestBed();
  const { user, app } = await userWithBoth(bed);
  await passPassword(page, bed, user, SETTINGS);
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await page.getByRole('textbox', { name: 'One-time code' }).fill(await app.code());
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page.getByRole('heading', { name: 'Your second factors' })).toBeVisible();
  await page.getByRole('region', { name: 'Text message' }).getByRole('button', { name: 'Ask for this first' }).click();
  await expect(page.getByText('Your choice is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove phone' }).click();
  await expect(page.getByText('The authenticator is removed.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Authenticator app' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
});
