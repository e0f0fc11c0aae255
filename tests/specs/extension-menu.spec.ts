import { expect } from '@playwright/test';
import { keepAccountForSite, keepAccountInFirefox } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import { noVirtualDisplay } from '../support/virtual-display.ts';

/** Nothing but the user's word makes the second field one for a code; the last wants one that is sent. */
const PAGE = `<!doctype html>
<html lang="en">
  <title>Account</title>
  <form><label>First line <input id="first" /></label></form>
  <form><label>Second line <input id="second" /></label></form>
  <form>
    <p>We have sent a text message with a code to your phone.</p>
    <label>Code from the text message <input id="sms" /></label>
  </form>
</html>`;
const FIELDS = ['#first', '#second', '#sms'];
const CODE = /^\d{6}$/;

test('the menu of a field fills that field, in Firefox', async ({ firefox }) => {
  await using site = await serveLoopbackSite({ '/': PAGE });
  const { page } = firefox;
  await page.goto(site.origin);
  await (await keepAccountInFirefox(firefox)).close();
  // No press of the toolbar button has granted this document.
  await page.goto(site.origin);
  const values = () => Promise.all(FIELDS.map((field) => page.value(field)));

  await firefox.chooseInMenu('#sms', 'Fill code');
  await firefox.chooseInMenu('#second', 'Fill code');
  await expect.poll(() => page.value('#second'), { timeout: 40_000 }).toMatch(CODE);
  expect(await values()).toEqual(['', expect.stringMatching(CODE), '']);
});

test.describe('in Chromium', () => {
  const obstacle = noVirtualDisplay();
  test.skip(obstacle !== undefined, obstacle);
  // Its menu is a window of its own, which takes keys from a real keyboard alone.
  test.use({ headed: true });

  test('the menu of a field fills that field', async ({ page, context, lifeguard, display }) => {
    await using site = await serveLoopbackSite({ '/': PAGE });
    await page.goto(site.origin);
    await (await keepAccountForSite({ page, lifeguard })).close();
    const tab = await context.newPage();
    await page.close();
    await tab.goto(site.origin);
    await tab.locator('#second').focus();
    await display?.focusWindow('chromium');
    await display?.press('shift+F10');
    await display?.press('f');
    await expect(tab.locator('#second')).toHaveValue(CODE, { timeout: 40_000 });
    await expect(tab.locator('#first')).toHaveValue('');
    await expect(tab.locator('#sms')).toHaveValue('');
  });
});
