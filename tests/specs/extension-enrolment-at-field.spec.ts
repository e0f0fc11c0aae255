import { expect } from '@playwright/test';
import { askBackground } from '../support/ask-background.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { chooseByKeys, chooserOf, pressUntilItCounts } from '../support/chooser.ts';
import { serveEnrolmentSite } from '../support/enrolment-site.ts';
import { test } from '../support/extension-test.ts';
import { QR_TEXT } from '../support/qr-code.ts';
import { QR_SVG } from '../support/qr-picture.ts';
import { expectGoodInEveryLook, surfaceIn } from '../support/surface.ts';

const SECRET = new URL(QR_TEXT).searchParams.get('secret')!;
const FORM =
  '<form method="post"><label>Code <input name="code" inputmode="numeric" maxlength="6"></label><button>Verify</button></form>';
const PAGES = {
  '/': `<!doctype html><html lang="en"><title>Set up</title><h1>Authenticator app</h1>ERROR${FORM}${QR_SVG}</html>`,
};
const ENROLLED = [{ names: ['Example', 'alice'], state: 'active' }];

test('the chooser at the field offers what the page sets up, and the site accepts its code', async ({
  page,
  lifeguard,
}) => {
  await using site = await serveEnrolmentSite(PAGES, SECRET);
  await page.goto(site.origin);
  const popup = await lifeguard.openPopup(page);
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  await lifeguard.allowHost('http://localhost/*');
  const settings = await lifeguard.openSettings();
  await askBackground(settings, 'offerInlineAt', { origin: site.origin });
  expect(await settings.evaluate(() => chrome.permissions.request({ origins: ['http://localhost/*'] }))).toBe(true);
  await settings.close();
  await page.bringToFront();

  await page.goto(site.origin);
  const chooser = await chooserOf(page);
  const button = chooser.getByRole('button', { name: 'Set up here Example alice' });
  await expect(button).toBeVisible();
  await expectGoodInEveryLook(surfaceIn(page, chooser), 'chooser-set-up');
  await pressUntilItCounts(chooser, () => button.click({ timeout: 1_000 }));
  await expect(page.getByLabel('Code')).toHaveValue(/^\d{6}$/);
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is protected' })).toBeVisible();
  const kept = await lifeguard.openPopup(page);
  await expect.poll(() => kept.accounts()).toMatchObject(ENROLLED);
});

test('the chooser at the field sets up what the page offers in Firefox, and the site accepts its code', async ({
  firefox,
}) => {
  await using site = await serveEnrolmentSite(PAGES, SECRET);
  const { page } = firefox;
  await page.goto(site.origin);
  const popup = await firefox.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  await firefox.allowHost('http://localhost/*');
  await firefox.askBackground('offerInlineAt', { origin: site.origin });

  await page.goto(site.origin);
  await chooseByKeys(page);
  await page.click('button');
  await expect.poll(() => site.accepted.get('/')).toBe(1);
  const kept = await firefox.openPopup();
  await expect.poll(() => kept.accounts()).toMatchObject(ENROLLED);
});

test('an enrolment from the popup sends the form when the user says so', async ({ page, lifeguard }) => {
  await using site = await serveEnrolmentSite(PAGES, SECRET);
  await page.goto(site.origin);
  const popup = await lifeguard.openPopup(page);
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.setUpHere();
  await popup.click('#send-form');
  await popup.closed({ withinMillis: 5_000 });
  await expect(page.getByRole('heading', { name: 'Your account is protected' })).toBeVisible();
  expect(site.accepted.get('/')).toBe(1);
  const kept = await lifeguard.openPopup(page);
  await expect.poll(() => kept.accounts()).toMatchObject(ENROLLED);
});

test('an enrolment from the popup sends the form in Firefox when the user says so', async ({ firefox }) => {
  await using site = await serveEnrolmentSite(PAGES, SECRET);
  await firefox.page.goto(site.origin);
  const popup = await firefox.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.setUpHere();
  await popup.click('#send-form');
  await popup.closed({ withinMillis: 5_000 });
  await expect.poll(() => site.accepted.get('/')).toBe(1);
  const kept = await firefox.openPopup();
  await expect.poll(() => kept.accounts()).toMatchObject(ENROLLED);
});
