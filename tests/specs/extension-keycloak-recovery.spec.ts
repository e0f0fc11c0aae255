import { expect } from '@playwright/test';
import { inEachBrowser } from '../support/each-browser.ts';
import { shownTexts } from '../support/shown-texts.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { rememberSecret } from '../support/evidence.ts';
import { serveSignedInApp } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

inEachBrowser(
  "the codes of Keycloak's own page are kept with the account that was enrolled before it",
  async (browser) => {
    await using bed = await createTestBed();
    await using app = await serveSignedInApp(bed);
    const { username, password } = await bed.createUser({ phone: false });
    await browser.page.goto(`${app.signInUrl}&kc_action=CONFIGURE_RECOVERY_AUTHN_CODES`);
    await browser.page.fill('#username', username);
    await browser.page.fill('#password', password);
    await browser.page.click('#kc-login');
    await browser.page.value('#totp');
    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    await popup.setUpHere();
    await popup.close();
    await rememberSecret(await browser.page.value('#totp'));
    await browser.page.click('#saveTOTPBtn');

    await expect
      .poll(async () => (await shownTexts(browser.page, '#kc-recovery-codes-list li')).length)
      .toBeGreaterThan(5);
    const codes = await shownTexts(browser.page, '#kc-recovery-codes-list li');
    for (const code of codes) await rememberSecret(code);
    const offer = await browser.openPopup();
    expect(await offer.text('#recovery-note')).toBe(
      `This page shows ${codes.length} recovery codes. Keep them with ${bed.realm} (${username})?`,
    );
    await offer.click('#keep-recovery');
    await expect
      .poll(() => offer.text('#status'))
      .toBe(`Recovery codes kept with ${bed.realm} (${username}): ${codes.length}.`);
    await offer.click('[data-testid="details"]');
    await offer.click('[data-testid="show-recovery"]');
    await expect
      .poll(() =>
        offer.run((document) =>
          [...document.querySelectorAll('[data-testid="recovery-codes"] bdi')].map((code) => code.textContent),
        ),
      )
      .toEqual(codes);
    await offer.close();
    await browser.page.click('#kcRecoveryCodesConfirmationCheck');
    await browser.page.click('#saveRecoveryAuthnCodesBtn');
    await expect.poll(() => browser.page.url()).toMatch(app.signedIn);
  },
);
