import { expect } from '@playwright/test';
import { inEachBrowser } from '../support/each-browser.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { shownTexts } from '../support/shown-texts.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { serveEnrolmentSite } from '../support/enrolment-site.ts';
import type { Popup } from '../support/popup.ts';
import { QR_TEXT } from '../support/qr-code.ts';
import { QR_SVG } from '../support/qr-picture.ts';
import { expectGoodInEveryLook } from '../support/surface.ts';

const SECRET = new URL(QR_TEXT).searchParams.get('secret')!;
const FORM =
  '<form method="post"><label>Code <input name="code" inputmode="numeric" maxlength="6"></label><button>Verify</button></form>';
const html = (body: string) => `<!doctype html><html lang="en"><title>Set up</title>ERROR${body}${FORM}</html>`;
const PAGES = {
  '/picture': html(`<h1>Authenticator app</h1>${QR_SVG}`),
  '/letters': html(`<h1>Authenticator app</h1><p>Type this key into your app: <code>${SECRET}</code></p>`),
};

inEachBrowser(
  'the user names the account before it is kept, and an enrolment anew keeps that name',
  async (browser) => {
    await using site = await serveEnrolmentSite(PAGES, SECRET);
    await browser.page.goto(`${site.origin}/picture`);
    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    expect(await namesIn(popup)).toEqual(['Example', 'alice']);

    await popup.write('#set-up-account', '  ');
    await popup.click('#set-up-here');
    await expect.poll(() => popup.text('#set-up-note')).toBe('Give the account a name.');
    await popup.write('#set-up-account', ' me ');
    await popup.write('#set-up-issuer', '');
    await popup.click('#set-up-here');
    await expect.poll(() => popup.text('#set-up-note')).toBe('Name the site or company.');
    expect(await browser.page.value('[name="code"]')).toBe('');
    await popup.write('#set-up-issuer', 'Work');
    await popup.setUpHere();
    await expect.poll(() => popup.accounts()).toMatchObject([{ names: ['Work', 'me'], state: 'staged' }]);
    await accept(browser, popup);

    await browser.page.goto(`${site.origin}/picture`);
    const again = await browser.openPopup();
    await expect.poll(() => again.accounts()).toMatchObject([{ names: ['Work', 'me'], state: 'active' }]);
    expect(await namesIn(again)).toEqual(['Work', 'me']);
    await again.setUpHere();
    await accept(browser, again);
    const renewed = await browser.openPopup();
    await expect.poll(() => renewed.accounts()).toMatchObject([{ names: ['Work', 'me'], state: 'active' }]);
    await renewed.close();
  },
);

inEachBrowser('a page that names nobody asks for a name, and two people have an account each', async (browser) => {
  await using site = await serveEnrolmentSite(PAGES, SECRET);
  await browser.page.goto(`${site.origin}/letters`);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  expect(await namesIn(popup)).toEqual(['localhost', '']);
  expect(await popup.run((document) => document.activeElement?.id)).toBe('set-up-account');
  await expectGoodInEveryLook(popup.surface, `popup-set-up-${browser.name}`);
  await popup.click('#set-up-here');
  await expect.poll(() => popup.text('#set-up-note')).toBe('Give the account a name.');
  await expectGoodInEveryLook(popup.surface, `popup-set-up-unnamed-${browser.name}`);
  await popup.setUpHere({ account: 'carol' });
  await accept(browser, popup);

  await browser.page.goto(`${site.origin}/letters`);
  const other = await browser.openPopup();
  await other.setUpHere({ account: 'dave' });
  await accept(browser, other);
  const both = await browser.openPopup();
  await expect
    .poll(async () => (await both.accounts()).map(({ names }) => names))
    .toEqual([
      ['localhost', 'carol'],
      ['localhost', 'dave'],
    ]);
});

async function namesIn(popup: Popup): Promise<readonly string[]> {
  return [await popup.value('#set-up-issuer'), await popup.value('#set-up-account')];
}

async function accept(browser: ExtensionBrowser, popup: Popup): Promise<void> {
  await popup.close();
  await browser.page.click('form button');
  await expect.poll(() => shownTexts(browser.page, 'h1')).toEqual(['Your account is protected']);
  // In Firefox the next look at the tab sees that the site has accepted the code.
  const look = await browser.openPopup();
  await expect.poll(async () => (await look.accounts()).map(({ state }) => state)).not.toContain('staged');
  await look.close();
}
