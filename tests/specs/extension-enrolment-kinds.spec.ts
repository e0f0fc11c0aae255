import { expect } from '@playwright/test';
import { appOf } from '../support/authenticator-app.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { rememberSecret } from '../support/evidence.ts';
import { test } from '../support/extension-test.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { serveSignedInApp } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

const TEN_MINUTES = 600_000;

/** How Keycloak's own page is met: in which language, with the key as a picture or in letters, and by which clock. */
const KINDS = {
  'in German, by a clock that is ten minutes slow': { locale: 'de', byLetters: false, aheadInMillis: -TEN_MINUTES },
  'in Japanese, with the key in letters': { locale: 'ja', byLetters: true, aheadInMillis: 0 },
} as const;

for (const [kind, { locale, byLetters, aheadInMillis }] of Object.entries(KINDS)) {
  test(`a second device on Keycloak's page ${kind}`, async ({ page, lifeguard }) => {
    await using bed = await createTestBed({
      realm: {
        displayName: 'Blue Pool',
        internationalizationEnabled: true,
        supportedLocales: ['en', locale],
        defaultLocale: 'en',
      },
    });
    await using app = await serveSignedInApp(bed);
    const user = await bed.createUser({ phone: false });
    const first = await appOf(await giveAuthenticator(bed, user));
    await page.goto(`${app.signInUrl}&${new URLSearchParams({ ui_locales: locale, kc_action: 'CONFIGURE_TOTP' })}`);
    await page.locator('#username').fill(user.username);
    await page.locator('#password').fill(user.password);
    await page.locator('#kc-login').click();
    await page.locator('#otp').fill(await first.code());
    await page.locator('#kc-login').click();
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    if (byLetters) await page.locator('#mode-manual').click();
    // With a device there already, Keycloak wants a name for the next one.
    await expect(page.locator('#userLabel')).toHaveValue('');

    await lifeguard.setClock(aheadInMillis);
    const popup = await lifeguard.openPopup(page);
    await popup.choosePassword(VAULT_PASSWORD);
    // A key in letters does not say whose it is.
    await popup.setUpHere(byLetters ? { account: user.username } : undefined);
    await popup.close();
    await rememberSecret(await page.locator('#totp').inputValue());
    await rememberSecret(await page.locator('#totpSecret').inputValue());
    await expect(page.locator('#userLabel')).toHaveValue(/^Lifeguard \d{4}-/);
    await page.locator('#saveTOTPBtn').click();
    await expect(page).toHaveURL(app.signedIn);
    const accepted = await lifeguard.openPopup(page);
    await expect.poll(() => accepted.accounts()).toMatchObject([{ state: 'active', note: '' }]);
  });
}
