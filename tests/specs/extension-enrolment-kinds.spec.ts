import { expect } from '@playwright/test';
import { appOf } from '../support/authenticator-app.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { rememberSecret } from '../support/evidence.ts';
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
  inEachBrowser(`a second device on Keycloak's page ${kind}`, async (browser) => {
    const { page } = browser;
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
    await page.fill('#username', user.username);
    await page.fill('#password', user.password);
    await page.click('#kc-login');
    await page.fill('#otp', await first.code());
    await page.click('#kc-login');
    // With a device there already, Keycloak wants a name for the next one.
    expect(await page.value('#userLabel')).toBe('');
    expect(await page.run(() => document.documentElement.lang)).toBe(locale);
    if (byLetters) await page.click('#mode-manual');
    expect(await page.value('#userLabel')).toBe('');

    await browser.setClock(aheadInMillis);
    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    // A key in letters does not say whose it is.
    await popup.setUpHere(byLetters ? { account: user.username } : undefined);
    await popup.close();
    await rememberSecret(await page.value('#totp'));
    await rememberSecret(await page.value('#totpSecret'));
    expect(await page.value('#userLabel')).toMatch(/^Lifeguard \d{4}-/);
    await page.click('#saveTOTPBtn');
    await expect.poll(() => page.url()).toMatch(app.signedIn);
    const accepted = await browser.openPopup();
    await expect.poll(() => accepted.accounts()).toMatchObject([{ state: 'active', note: '' }]);
  });
}
