import { expect } from '@playwright/test';
import { authenticatorApp } from '../support/authenticator-app.ts';
import { SETUP_LINK, VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { serveEnrolmentSite } from '../support/enrolment-site.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import type { Popup } from '../support/popup.ts';
import { QR_TEXT } from '../support/qr-code.ts';
import { QR_SVG } from '../support/qr-picture.ts';
import { openDetails } from '../support/recovery-codes.ts';
import { shownTexts } from '../support/shown-texts.ts';
import { expectGoodInEveryLook } from '../support/surface.ts';

const secretOf = (link: string) => new URL(link).searchParams.get('secret')!;
const html = (title: string, body: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`;
const SET_UP = html(
  'Authenticator app',
  `ERROR${QR_SVG}<form method="post"><label>Code <input name="code" inputmode="numeric" maxlength="6"></label><button>Verify</button></form>`,
);
const CODE = html(
  'Two-step verification',
  'ERROR<form method="post"><label>Authenticator code <input name="code" autocomplete="one-time-code"></label><button>Sign in</button></form>',
);
const SIGN_IN = html(
  'Your session has expired',
  '<form><label>Name <input name="username"></label><label>Password <input name="password" type="password"></label><button>Sign in</button></form>',
);

inEachBrowser(
  'a site that asks to sign in again has not said that it took the new key: both are kept, and the user decides',
  async (browser) => {
    await using site = await serveEnrolmentSite({ '/': SET_UP }, secretOf(QR_TEXT), SIGN_IN);
    await browser.page.goto(`${site.origin}/`);
    const popup = await browser.keepAccount();
    expect(await popup.text('#set-up-note')).toContain('You have this account already');

    const doubt = await setUpInDoubt(browser, popup);
    expect((await doubt.accounts()).map(({ state }) => state).toSorted()).toEqual(['active', 'staged']);
    await expectGoodInEveryLook(doubt.surface, `popup-doubtful-${browser.name}`);
    await doubt.click('[data-testid="keep"]');
    await expect.poll(() => doubt.accounts()).toMatchObject([{ names: ['Example', 'alice'], state: 'active' }]);
    await expect.poll(() => showsCodesOf(doubt, QR_TEXT)).toBe(true);

    await openDetails(doubt);
    await expectGoodInEveryLook(doubt.surface, `popup-former-key-${browser.name}`);
    await doubt.click('[data-testid="former-key"] button');
    await expect.poll(() => doubt.text('#status')).toContain('The earlier key is in use again.');
    await expect.poll(() => showsCodesOf(doubt, SETUP_LINK)).toBe(true);
    await openDetails(doubt);
    await doubt.click('[data-testid="former-key"] button');
    await expect.poll(() => showsCodesOf(doubt, QR_TEXT), 'and back again').toBe(true);
  },
);

inEachBrowser('a sign-in that works with the new key says what the answer of the set-up did not', async (browser) => {
  const pages = { '/': SET_UP, '/code': CODE };
  const accepted = { '/': SIGN_IN, '/code': html('Welcome back', '') };
  await using site = await serveEnrolmentSite(pages, secretOf(QR_TEXT), accepted);
  await browser.page.goto(`${site.origin}/`);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  const doubt = await setUpInDoubt(browser, popup);
  await doubt.close();

  await browser.page.goto(`${site.origin}/code`);
  const signIn = await browser.openPopup();
  await expect.poll(() => signIn.accounts()).toMatchObject([{ state: 'staged' }]);
  await signIn.fill();
  await browser.page.click('form button');
  await expect.poll(() => shownTexts(browser.page, 'h1')).toEqual(['Welcome back']);
  const after = await browser.openPopup();
  await expect.poll(() => after.accounts()).toMatchObject([{ names: ['Example', 'alice'], state: 'active' }]);
  expect(await after.text('#status')).toContain('The site has accepted the code');
});

/** Sets up here, is asked to sign in again, and opens the popup anew, which says that it does not know the outcome. */
async function setUpInDoubt(browser: ExtensionBrowser, popup: Popup): Promise<Popup> {
  await popup.setUpHere();
  await popup.close();
  await browser.page.click('form button');
  await expect.poll(() => shownTexts(browser.page, 'h1')).toEqual(['Your session has expired']);
  // In Firefox the page is seen when the user presses the button over it.
  const doubt = await browser.openPopup();
  await expect.poll(() => doubt.text('[data-testid="staged"] p')).toContain('does not tell whether it accepted');
  return doubt;
}

async function showsCodesOf(popup: Popup, link: string): Promise<boolean> {
  const app = await authenticatorApp(secretOf(link));
  const codes = await Promise.all([-1, 0, 1].map((step) => app.code(step)));
  return codes.includes(await popup.text('[data-testid="code"]'));
}
