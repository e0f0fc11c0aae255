import { expect } from '@playwright/test';
import { keepAccountForSite, keepAccountInFirefox } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { passPassword, serveSignedInApp, signIn } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';
import { noVirtualDisplay } from '../support/virtual-display.ts';

test.describe('in Chromium', () => {
  const obstacle = noVirtualDisplay();
  test.skip(obstacle !== undefined, obstacle);
  // It takes its shortcuts from a real keyboard alone, and grants the tab for them.
  test.use({ headed: true });

  test('the keyboard shortcut fills the code of the site, and the sign-in goes through', async ({
    page,
    context,
    lifeguard,
    display,
  }) => {
    await using bed = await createTestBed();
    await using app = await serveSignedInApp(bed);
    const user = await bed.createUser({ phone: false });
    const setupLink = await giveAuthenticator(bed, user);
    await signIn(page, app, user);
    const popup = await keepAccountForSite({ page, lifeguard, setupLink });
    await popup.close();

    // A new tab, which no press of the toolbar button has granted.
    await context.clearCookies();
    const tab = await context.newPage();
    await page.close();
    await signIn(tab, app, user);
    const field = tab.getByLabel('One-time code');
    await expect(field).toBeVisible();
    await display?.focusWindow('chromium');
    await display?.press('alt+shift+l');
    await expect(field).toHaveValue(/^\d{6}$/);
    await tab.getByRole('button', { name: 'Sign In' }).click();
    await expect(tab).toHaveURL(app.signedIn);
  });
});

test('the keyboard shortcut fills the code of the site in Firefox, and the sign-in goes through', async ({
  firefox,
}) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const user = await bed.createUser({ phone: false });
  const setupLink = await giveAuthenticator(bed, user);
  const { page } = firefox;
  await passPassword(page, app, user);
  await (await keepAccountInFirefox(firefox, setupLink)).close();

  // Another document, which no press of the toolbar button has granted.
  await page.clearCookies();
  await passPassword(page, app, user);
  expect(await page.value('#otp')).toBe('');
  await firefox.pressShortcut();
  await expect.poll(() => page.value('#otp'), { timeout: 35_000 }).toMatch(/^\d{6}$/);
  await page.click('#kc-login');
  await expect.poll(() => page.url()).toMatch(app.signedIn);
});
