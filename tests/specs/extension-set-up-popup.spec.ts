import { expect } from '@playwright/test';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { serveEnrolmentSite } from '../support/enrolment-site.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { shownTexts } from '../support/shown-texts.ts';
import { QR_TEXT } from '../support/qr-code.ts';
import { QR_SVG } from '../support/qr-picture.ts';
import { expectGoodInEveryLook } from '../support/surface.ts';

const SECRET = new URL(QR_TEXT).searchParams.get('secret')!;
const PAGES = {
  '/': `<!doctype html><html lang="en"><title>Set up</title>ERROR<h1>Authenticator app</h1>${QR_SVG}<form method="post">
    <label>Code <input name="code" inputmode="numeric" maxlength="6"></label><button>Verify</button></form></html>`,
};
const FIELD = 'input[name="code"]';
const STAGED = [{ names: ['Example', 'alice'], state: 'staged' }];
const ACTIVE = [{ names: ['Example', 'alice'], state: 'active' }];
const ACCEPTED = 'The site has accepted the code. The account is kept.';

inEachBrowser('the popup leads through an enrolment, and its news is in sight', async (browser) => {
  const { page } = browser;
  await using site = await serveEnrolmentSite(PAGES, SECRET);
  await page.goto(`${site.origin}/`);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await expect.poll(() => popup.focused()).toBe('Set up here');

  await popup.setUpHere();
  await expect.poll(() => popup.accounts()).toMatchObject(STAGED);
  await expect.poll(() => popup.run(labelsOfPrimary)).toEqual(['Send the form']);
  await expect.poll(() => popup.focused()).toBe('Send the form');
  for (const other of ['fill', 'keep', 'discard'])
    expect(await popup.has(`[data-testid="${other}"]`), other).toBe(false);
  await expectGoodInEveryLook(popup.surface, `popup-send-form-${browser.name}`);
  expect(await popup.has('.backup-note')).toBe(false);
  await popup.close();

  await sendWrongCode(browser);
  const refused = await browser.openPopup();
  await expect.poll(() => refused.accounts()).toMatchObject(STAGED);
  await expect.poll(() => refused.focused()).toBe('Set up here');
  expect(await refused.run(labelsOfPrimary)).toEqual(['Set up here']);
  expect(await refused.run(isInSight, '#set-up-title')).toBe(true);
  expect(await refused.run(isInSight, '[data-testid="refused"]')).toBe(true);
  expect(await refused.has('[data-testid="keep"]')).toBe(true);
  await expectGoodInEveryLook(refused.surface, `popup-refused-${browser.name}`);
  await refused.run(scrollToEnd);
  await refused.setUpHere();
  await expect.poll(() => refused.run(isInSight, '#status')).toBe(true);
  expect(await refused.run(isInSight, '#send-form')).toBe(true);
  await refused.click('#send-form');
  await refused.closed({ withinMillis: 5_000 });
  await expect.poll(() => site.accepted.get('/')).toBe(1);
  await expect.poll(() => shownTexts(page, 'h1')).toEqual(['Your account is protected']);

  const accepted = await browser.openPopup();
  await expect.poll(() => accepted.accounts()).toMatchObject(ACTIVE);
  await expect.poll(() => accepted.text('#status')).toBe(ACCEPTED);
  expect(await accepted.text('.backup-note')).toContain('nowhere else');
  await expectGoodInEveryLook(accepted.surface, `popup-accepted-${browser.name}`);
  await accepted.close();

  const later = await browser.openPopup();
  await later.text('.backup-note');
  expect(await later.has('#status:not(:empty)')).toBe(false);
});

inEachBrowser('a form that is gone when it is to be sent can be set up again', async (browser) => {
  await using site = await serveEnrolmentSite(PAGES, SECRET);
  await browser.page.goto(`${site.origin}/`);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.setUpHere();
  await browser.page.run(() => document.querySelector('form')!.remove());
  await popup.click('#send-form');
  await expect.poll(() => popup.text('#problem')).toBe('The page has changed meanwhile. Try again.');
  await expect.poll(() => popup.focused()).toBe('Set up here');
});

async function sendWrongCode({ page }: ExtensionBrowser): Promise<void> {
  await page.fill(FIELD, (await page.value(FIELD)) === '000000' ? '111111' : '000000');
  await page.click('form button');
  await expect.poll(() => shownTexts(page, '[role="alert"]')).toEqual(['Invalid code.']);
}

function labelsOfPrimary(document: Document): readonly string[] {
  return [...document.querySelectorAll('.primary')].map(({ textContent }) => textContent?.trim() ?? '');
}

function scrollToEnd({ defaultView, documentElement }: Document): void {
  defaultView!.scrollTo(0, documentElement.scrollHeight);
}

/** Whole, and not behind the bar on top. */
function isInSight(document: Document, selector: string): boolean {
  const { top, bottom } = document.querySelector(selector)!.getBoundingClientRect();
  const bar = document.querySelector('.bar')!.getBoundingClientRect();
  return top >= bar.bottom && bottom <= document.documentElement.clientHeight;
}
