import { expect } from '@playwright/test';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { rememberSecret } from '../support/evidence.ts';
import { test } from '../support/extension-test.ts';
import { serveSignedInApp } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

test('in Firefox: enrols an authenticator from the QR code of the page, and fills its code at the next sign-in', async ({
  firefox,
}) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const { page } = firefox;
  const { username, password } = await bed.createUser({ phone: false });
  const names = [bed.realm, username];

  async function signIn(): Promise<void> {
    await page.goto(app.signInUrl);
    await page.fill('#username', username);
    await page.fill('#password', password);
    await page.click('#kc-login');
  }

  await signIn();
  expect(await page.value('#totp')).toBe('');
  const popup = await firefox.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.setUpHere();
  await expect.poll(() => popup.accounts()).toMatchObject([{ names, state: 'staged' }]);
  await popup.close();
  const code = await page.value('#totp');
  expect(code).toMatch(/^\d{6}$/);
  await rememberSecret(code);
  expect(await page.value('#userLabel')).toMatch(/^Lifeguard /);

  await page.click('#saveTOTPBtn');
  await expect.poll(() => page.url()).toMatch(app.signedIn);
  const accepted = await firefox.openPopup();
  await expect.poll(() => accepted.accounts()).toMatchObject([{ names, state: 'active' }]);
  await accepted.close();

  await page.clearCookies();
  await signIn();
  expect(await page.value('#otp')).toBe('');
  const next = await firefox.openPopup();
  await next.fill();
  await rememberSecret(await page.value('#otp'));
  await page.click('#kc-login');
  await expect.poll(() => page.url()).toMatch(app.signedIn);
});
