import { expect } from '@playwright/test';
import { inEachBrowser } from '../support/each-browser.ts';
import { shownTexts } from '../support/shown-texts.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import type { Popup } from '../support/popup.ts';
import { serveSignedInApp } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

const WANTS_NUMBER = 'This page asks for your phone number, because the site sends codes by text message.';
const WANTS_CODE = 'This page wants the code that was sent to your phone by text message.';
const INSTEAD = 'Lifeguard cannot make such codes. The site’s settings may offer an authenticator app instead.';

inEachBrowser(
  'a pool with text messages alone: setting up a phone is explained, and so is the code',
  async (browser) => {
    await using bed = await createTestBed({ policy: { softwareTokenMfa: false, phoneNumberByUser: true } });
    await using app = await serveSignedInApp(bed);
    const { username, password } = await bed.createUser({ phone: false });
    const { phoneNumber } = await bed.createUser({ phone: false });
    await browser.page.goto(app.signInUrl);
    await browser.page.fill('#username', username);
    await browser.page.fill('#password', password);
    await browser.page.click('#kc-login');
    await expect.poll(() => shownTexts(browser.page, 'label[for="phoneNumber"]')).toEqual(['Phone number']);

    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    expect(await noteIn(popup)).toEqual(['wants-phone-number', `${WANTS_NUMBER} ${INSTEAD}`]);
    await popup.close();
    await browser.page.fill('#phoneNumber', phoneNumber);
    await browser.page.click('#kc-login');
    await expect
      .poll(() => shownTexts(browser.page, '#lifeguard-sms-code label'))
      .toEqual(['Code from the text message']);
    const sent = await browser.openPopup();
    expect(await noteIn(sent)).toEqual(['wants-sms', `${WANTS_CODE} ${INSTEAD}`]);
    await sent.close();
    await browser.page.fill('#lifeguard-sms-code input', await bed.lastCode(phoneNumber));
    await browser.page.click('#kc-login');
    await expect.poll(() => browser.page.url()).toMatch(app.signedIn);
  },
);

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><form>${body}<button>Continue</button></form></html>`;
const PHONE = '<label>Mobile number <input type="tel" name="mobile" autocomplete="tel"></label>';
const PAGES = {
  '/set-up': page('Set up two-step verification', `<p>We will text you a code each time you sign in.</p>${PHONE}`),
  '/code': page(
    'Verify it’s you',
    '<p>We sent a text message to +*******1234.</p><label>Code <input name="code"></label>',
  ),
  '/profile': page('Your profile', `<p>Your contacts see this number.</p>${PHONE}`),
  '/delivery': page('Delivery', `<p>We text you when it comes.</p><label>Street <input name="street"></label>${PHONE}`),
};

inEachBrowser(
  'pages of other sites that send text messages are explained, and a phone number for other things is not',
  async (browser) => {
    await using site = await serveLoopbackSite(PAGES);
    await browser.page.goto(`${site.origin}/set-up`);
    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    expect(await noteIn(popup)).toEqual(['wants-phone-number', `${WANTS_NUMBER} ${INSTEAD}`]);
    await popup.close();
    await browser.page.goto(`${site.origin}/code`);
    const code = await browser.openPopup();
    expect(await noteIn(code)).toEqual(['wants-sms', `${WANTS_CODE} ${INSTEAD}`]);
    await code.close();
    for (const path of ['/profile', '/delivery']) {
      await browser.page.goto(`${site.origin}${path}`);
      const other = await browser.openPopup();
      await other.text('.empty');
      expect(await other.has('#site-note'), path).toBe(false);
      await other.close();
    }
  },
);

async function noteIn(popup: Popup): Promise<readonly string[]> {
  const words = await popup.text('#site-note');
  const kind = await popup.run((document) => document.querySelector<HTMLElement>('#site-note')!.dataset['codeField']);
  return [kind ?? '', words];
}
