import { expect } from '@playwright/test';
import { type AnyBrowser, chromiumWith, firefoxWith } from '../support/any-browser.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import type { Popup } from '../support/popup.ts';
import { serveSignedInApp } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

const WANTS_NUMBER = 'This page asks for your phone number, because the site sends codes by text message.';
const WANTS_CODE = 'This page wants the code that was sent to your phone by text message.';
const INSTEAD = 'Lifeguard cannot make such codes. The site’s settings may offer an authenticator app instead.';

test('a pool with text messages alone: setting up a phone is explained, and so is the code', async ({
  page,
  lifeguard,
}) => {
  await explainsPhone(chromiumWith(page, lifeguard));
});

test('in Firefox: a pool with text messages alone: setting up a phone is explained, and so is the code', async ({
  firefox,
}) => {
  await explainsPhone(firefoxWith(firefox));
});

async function explainsPhone(browser: AnyBrowser): Promise<void> {
  await using bed = await createTestBed({ policy: { softwareTokenMfa: false, phoneNumberByUser: true } });
  await using app = await serveSignedInApp(bed);
  const { username, password } = await bed.createUser({ phone: false });
  const { phoneNumber } = await bed.createUser({ phone: false });
  await browser.goto(app.signInUrl);
  await browser.fill('#username', username);
  await browser.fill('#password', password);
  await browser.click('#kc-login');
  await expect.poll(() => browser.texts('label[for="phoneNumber"]')).toEqual(['Phone number']);

  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  expect(await noteIn(popup)).toEqual(['wants-phone-number', `${WANTS_NUMBER} ${INSTEAD}`]);
  await popup.close();
  await browser.fill('#phoneNumber', phoneNumber);
  await browser.click('#kc-login');
  await expect.poll(() => browser.texts('#lifeguard-sms-code label')).toEqual(['Code from the text message']);
  const sent = await browser.openPopup();
  expect(await noteIn(sent)).toEqual(['wants-sms', `${WANTS_CODE} ${INSTEAD}`]);
  await sent.close();
  await browser.fill('#lifeguard-sms-code input', await bed.lastCode(phoneNumber));
  await browser.click('#kc-login');
  await expect.poll(() => browser.url()).toMatch(app.signedIn);
}

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

test('pages of other sites that send text messages are explained, and a phone number for other things is not', async ({
  page: tab,
  lifeguard,
}) => {
  await explainsOthers(chromiumWith(tab, lifeguard));
});

test('in Firefox: pages of other sites that send text messages are explained, and a phone number for other things is not', async ({
  firefox,
}) => {
  await explainsOthers(firefoxWith(firefox));
});

async function explainsOthers(browser: AnyBrowser): Promise<void> {
  await using site = await serveLoopbackSite(PAGES);
  await browser.goto(`${site.origin}/set-up`);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  expect(await noteIn(popup)).toEqual(['wants-phone-number', `${WANTS_NUMBER} ${INSTEAD}`]);
  await popup.close();
  await browser.goto(`${site.origin}/code`);
  const code = await browser.openPopup();
  expect(await noteIn(code)).toEqual(['wants-sms', `${WANTS_CODE} ${INSTEAD}`]);
  await code.close();
  for (const path of ['/profile', '/delivery']) {
    await browser.goto(`${site.origin}${path}`);
    const other = await browser.openPopup();
    await other.text('.empty');
    expect(await other.has('#site-note'), path).toBe(false);
    await other.close();
  }
}

async function noteIn(popup: Popup): Promise<readonly string[]> {
  const words = await popup.text('#site-note');
  const kind = await popup.run((document) => document.querySelector<HTMLElement>('#site-note')!.dataset['codeField']);
  return [kind ?? '', words];
}
