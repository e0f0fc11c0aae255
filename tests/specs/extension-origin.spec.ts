import { expect, test } from '@playwright/test';
import { inEachBrowser } from '../support/each-browser.ts';
import { CODE_PAGE, FRAMING_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { passPassword, serveSignedInApp } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

const FILL = '[data-testid="fill"]';
const CODE = /^\d{6}$/;

inEachBrowser('a copy of the sign-in page at another port of the same host gets nothing', async (browser) => {
  const { page } = browser;
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const user = await bed.createUser({ phone: false });
  const setupLink = await giveAuthenticator(bed, user);
  await passPassword(page, app, user);
  const field = () => page.value('#otp');
  expect(await field()).toBe('');
  const popup = await browser.keepAccount({ setupLink });
  expect(await popup.has(FILL)).toBe(true);
  await popup.close();

  await using copy = await serveLoopbackSite({ '/': await page.run(() => document.documentElement.outerHTML) });
  await page.goto(copy.origin);
  const opened = await browser.openPopup();
  expect(await opened.text('#site-note')).toContain(`No account is used at ${copy.origin} yet.`);
  expect(await opened.has(FILL)).toBe(false);
  await opened.close();
  await browser.runShortcut();
  const again = await browser.popupToOpen();
  expect(await field()).toBe('');

  await test.step('but for the user who binds the account there', async () => {
    await again.useAtThisSite({ another: true });
    await again.fill();
    await expect.poll(field).toMatch(CODE);
  });
});

inEachBrowser(
  'a code field in a frame of another origin gets nothing, whichever of the two is bound',
  async (browser) => {
    const { page } = browser;
    const pages = { '/': CODE_PAGE, '/framing': FRAMING_PAGE };
    await using bound = await serveLoopbackSite(pages);
    await using other = await serveLoopbackSite(pages);
    await page.goto(bound.origin);
    await (await browser.keepAccount()).close();

    const field = () => page.valueInFrame('input');
    for (const [framing, framed] of [
      [bound, other],
      [other, bound],
    ] as const) {
      await page.goto(`${framing.origin}/framing?framed=${framed.origin}/`);
      expect(await field()).toBe('');
      const opened = await browser.openPopup();
      await expect.poll(() => opened.accounts()).toHaveLength(1);
      expect(await opened.has(FILL)).toBe(false);
      await opened.close();

      await browser.runShortcut();
      await (await browser.popupToOpen()).close();
      expect(await field()).toBe('');
    }

    await test.step('but one of the page itself', async () => {
      await page.goto(`${bound.origin}/framing?framed=/`);
      expect(await field()).toBe('');
      await (await browser.openPopup()).fill();
      await expect.poll(field).toMatch(CODE);
    });
  },
);

inEachBrowser('the page that asks for a texted code gets none of the authenticator', async (browser) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  await passPassword(browser.page, app, await bed.createUser());
  const field = () => browser.page.value('input[name="code"]');
  expect(await field()).toBe('');
  const popup = await browser.keepAccount();
  expect(await popup.text('#site-note')).toBe(
    'This page wants the code that was sent to your phone by text message. Lifeguard cannot make such codes. The site’s settings may offer an authenticator app instead.',
  );
  expect(await popup.has(FILL)).toBe(false);
  await popup.close();
  await browser.runShortcut();
  await (await browser.popupToOpen()).close();
  expect(await field()).toBe('');
});
