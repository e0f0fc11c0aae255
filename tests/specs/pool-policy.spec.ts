import { expect } from '@playwright/test';
import { setPhoneNumber } from '@lifeguard/cli';
import { enrolAuthenticator } from '../support/enrol.ts';
import { passPassword, test } from '../support/pages.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';

test('Optional without a factor: the password is enough', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  expect(await new PlainBrowser(bed).signIn(await bed.createUser({ phone: false }))).toBe('signed-in');
  // A number alone is no factor that the user has turned on.
  expect(await new PlainBrowser(bed).signIn(await bed.createUser())).toBe('signed-in');
});

test('Optional with an authenticator: the user is asked', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  await enrolAuthenticator(bed, user);
  await bed.setPolicy({ mfaConfiguration: 'OPTIONAL' });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('software-token');
});

test('Off: nobody is asked, whatever they have', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  await enrolAuthenticator(bed, user);
  await bed.setPolicy({ mfaConfiguration: 'OFF' });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('signed-in');
  const withPhone = await bed.createUser();
  expect(await new PlainBrowser(bed).signIn(withPhone)).toBe('signed-in');
  expect(await bed.texts(withPhone.phoneNumber)).toEqual([]);
});

test('a policy that was changed between two pages holds at once', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  const code = await bed.lastCode(user.phoneNumber);
  await bed.setPolicy({ smsMfa: false });
  expect(await browser.submit({ code })).toBe('enrolment');
});

test('a policy that nobody can read denies', async () => {
  await using bed = await createTestBed();
  await bed.setAttributes({ 'lifeguard.mfaConfiguration': 'MAYBE' });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(await bed.createUser())).toBe('error');
  expect(browser.status).toBe(403);
  const [event] = await bed.events('LOGIN_ERROR');
  expect(event?.details?.['lifeguard_reason']).toContain('policy_unreadable');
});

test('Required where the set-up is switched off denies, and does not let in', async () => {
  await using bed = await createTestBed();
  const { client } = bed.pool;
  const action = await client.authenticationManagement.getRequiredActionForAlias({ alias: 'CONFIGURE_TOTP' });
  await client.authenticationManagement.updateRequiredAction(
    { alias: 'CONFIGURE_TOTP' },
    { ...action, enabled: false },
  );
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(await bed.createUser({ phone: false }))).toBe('error');
  expect(browser.html).toContain('set up here');
});

test('Required by SMS alone denies a user without a number', async () => {
  await using bed = await createTestBed({ policy: { softwareTokenMfa: false } });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(await bed.createUser({ phone: false }))).toBe('error');
  expect(browser.html).toContain('your account has none that this service accepts');
});

test('a user with both factors chooses on a page, and can choose again', async ({ page }) => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const app = await enrolAuthenticator(bed, user);
  const { phoneNumber } = user;
  await setPhoneNumber(bed.pool, { user: user.username, phoneNumber });

  await passPassword(page, bed, user);
  await page.getByRole('button', { name: 'Text message' }).click();
  await expect(page.getByRole('textbox', { name: 'Code from the text message' })).toBeVisible();
  expect(await bed.texts(phoneNumber)).toHaveLength(1);
  await page.getByRole('button', { name: 'Try another way' }).click();
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await page.getByRole('textbox', { name: 'One-time code' }).fill(await app.code(1));
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
});

test('whoever registered an authenticator before the pool switched them off keeps it', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const app = await enrolAuthenticator(bed, user);
  await bed.setPolicy({ softwareTokenMfa: false });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('software-token');
  expect(await browser.submit({ otp: await app.code(1) })).toBe('signed-in');
  expect(await new PlainBrowser(bed).signIn(await bed.createUser({ phone: false }))).toBe('error');
});
