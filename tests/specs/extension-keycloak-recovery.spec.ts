import { expect } from '@playwright/test';
import { type AnyBrowser, chromiumWith, firefoxWith } from '../support/any-browser.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { rememberSecret } from '../support/evidence.ts';
import { test } from '../support/extension-test.ts';
import { serveSignedInApp } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

test("the codes of Keycloak's own page are kept with the account that was enrolled before it", async ({
  page,
  lifeguard,
}) => {
  await keepsCodes(chromiumWith(page, lifeguard));
});

test("in Firefox: the codes of Keycloak's own page are kept with the account that was enrolled before it", async ({
  firefox,
}) => {
  await keepsCodes(firefoxWith(firefox));
});

async function keepsCodes(browser: AnyBrowser): Promise<void> {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const { username, password } = await bed.createUser({ phone: false });
  await browser.goto(`${app.signInUrl}&kc_action=CONFIGURE_RECOVERY_AUTHN_CODES`);
  await browser.fill('#username', username);
  await browser.fill('#password', password);
  await browser.click('#kc-login');
  await browser.value('#totp');
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.setUpHere();
  await popup.close();
  await rememberSecret(await browser.value('#totp'));
  await browser.click('#saveTOTPBtn');

  await expect.poll(async () => (await browser.texts('#kc-recovery-codes-list li')).length).toBeGreaterThan(5);
  const codes = await browser.texts('#kc-recovery-codes-list li');
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
  await browser.click('#kcRecoveryCodesConfirmationCheck');
  await browser.click('#saveRecoveryAuthnCodesBtn');
  await expect.poll(() => browser.url()).toMatch(app.signedIn);
}
