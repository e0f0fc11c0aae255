import { expect } from '@playwright/test';
import { authenticatorApp, encodeBase32 } from '../support/authenticator-app.ts';
import { enrolAuthenticator } from '../support/enrol.ts';
import { passPassword, test } from '../support/pages.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed } from '../support/test-bed.ts';

test("Required + enrol: a user without a factor sets up an authenticator on Keycloak's own page and is asked for it afterwards", async ({
  page,
}) => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  await passPassword(page, bed, user);
  await expect(page.getByRole('heading', { name: 'Mobile Authenticator Setup' })).toBeVisible();
  await page.getByRole('link', { name: 'Unable to scan?' }).click();
  const app = await authenticatorApp(await page.locator('#kc-totp-secret-key').innerText());
  // The labels of Keycloak's page are not tied to its fields.
  await page.locator('#totp').fill(await app.code());
  await page.locator('#userLabel').fill('phone');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();

  await page.context().clearCookies();
  await passPassword(page, bed, user);
  await page.getByRole('textbox', { name: 'One-time code' }).fill(await app.code(1));
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
});

for (const page of ['enrolment', 'software-token'] as const) {
  test(`the password alone is not enough: opening the sign-in again does not lead past the page ${page}`, async () => {
    await using bed = await createTestBed();
    const user = await bed.createUser({ phone: false });
    if (page === 'software-token') await giveAuthenticator(bed, user);
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(user)).toBe(page);
    expect(await browser.open()).not.toBe('signed-in');
    const tab = browser.newTab();
    await tab.open({ prompt: 'none' });
    expect(tab.redirectParameters.get('error')).toBe('login_required');
    expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
  });
}

test('a wrong code is refused and counted, and says to check the clock', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  const user = await bed.createUser({ phone: false });
  const app = await enrolAuthenticator(bed, user);
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('software-token');
  expect(await browser.submit({ otp: await app.wrongCode() })).toBe('software-token');
  expect(browser.html).toContain('the clock of your device');
  await expect.poll(() => bed.failures(user)).toBe(1);
  expect(await browser.submit({ otp: await app.code(1) })).toBe('signed-in');
});

test('a replayed code is refused', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const app = await enrolAuthenticator(bed, user);
  const code = await app.code(1);
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  expect(await browser.submit({ otp: code })).toBe('signed-in');
  const replay = new PlainBrowser(bed);
  await replay.signIn(user);
  expect(await replay.submit({ otp: code })).toBe('software-token');
});

test('guesses are bounded also where the realm has no brute-force detection', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const app = await enrolAuthenticator(bed, user);
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const wrong = await app.wrongCode();
  // A window may end in between, and the next one has places of its own.
  for (let i = 0; i < 20 && !browser.html.includes('Too many wrong codes.'); i += 1)
    await browser.submit({ otp: wrong });
  expect(browser.html).toContain('Too many wrong codes.');
});

test('an enrolment can be finished only once the code was right', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('enrolment');
  const secret = /name="totpSecret" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
  expect(await browser.submit({ totp: '000000', totpSecret: secret, userLabel: '' })).toBe('enrolment');
  const again = new PlainBrowser(bed);
  expect(await again.signIn(user)).toBe('enrolment');
});

test('a set-up page that was left open adds no second device once the user has set one up elsewhere', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const attacker = new PlainBrowser(bed);
  expect(await attacker.signIn(user)).toBe('enrolment');
  const secret = /name="totpSecret" value="([^"]+)"/.exec(attacker.html)?.[1] ?? '';
  await enrolAuthenticator(bed, user);

  const app = await authenticatorApp(encodeBase32(Buffer.from(secret)));
  expect(await attacker.submit({ totp: await app.code(), totpSecret: secret, userLabel: 'mine' })).toBe('error');
  expect(attacker.html).toContain('set up for your account now');
  expect(await attacker.reload()).not.toBe('signed-in');
  const devices = await bed.pool.client.users.getCredentials({ id: user.id });
  expect(devices.filter(({ type }) => type === 'otp').map(({ userLabel }) => userLabel)).toEqual(['phone']);
});

test('a pool that has switched software tokens off refuses to enrol one from a signed-in session', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  expect(await browser.open({ kc_action: 'CONFIGURE_TOTP' })).toBe('enrolment');
  await bed.setPolicy({ softwareTokenMfa: false });
  expect(await browser.open({ kc_action: 'CONFIGURE_TOTP' })).toBe('error');
});
