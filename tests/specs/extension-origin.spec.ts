import { expect } from '@playwright/test';
import { keepAccountForSite } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, FRAMING_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { serveSignedInApp, signIn } from '../support/signed-in-app.ts';
import { createTestBed } from '../support/test-bed.ts';

const FILL = '[data-testid="fill"]';

test('a copy of the sign-in page at another port of the same host gets nothing', async ({ page, lifeguard }) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  const user = await bed.createUser({ phone: false });
  const setupLink = await giveAuthenticator(bed, user);
  await signIn(page, app, user);
  const field = page.getByLabel('One-time code');
  await expect(field).toBeVisible();
  const popup = await keepAccountForSite({ page, lifeguard, setupLink });
  expect(await popup.has(FILL)).toBe(true);
  await popup.close();

  await using copy = await serveLoopbackSite({ '/': await page.content() });
  await page.goto(copy.origin);
  const opened = await lifeguard.openPopup(page);
  expect(await opened.text('#site-note')).toContain(`No account is bound to ${copy.origin}.`);
  expect(await opened.has(FILL)).toBe(false);
  await opened.close();
  await lifeguard.runShortcut(page);
  const again = await lifeguard.popupToOpen();
  await expect(field).toHaveValue('');

  await test.step('but for the user who binds the account there', async () => {
    await again.useAtThisSite({ another: true });
    await again.fill();
    await expect(field).toHaveValue(/^\d{6}$/);
  });
});

test('a code field in a frame of another origin gets nothing, whichever of the two is bound', async ({
  page,
  lifeguard,
}) => {
  const pages = { '/': CODE_PAGE, '/framing': FRAMING_PAGE };
  await using bound = await serveLoopbackSite(pages);
  await using other = await serveLoopbackSite(pages);
  await page.goto(bound.origin);
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.close();

  const field = page.frameLocator('iframe').getByLabel('Authenticator code');
  for (const [framing, framed] of [
    [bound, other],
    [other, bound],
  ] as const) {
    await page.goto(`${framing.origin}/framing?framed=${framed.origin}/`);
    await expect(field).toBeVisible();
    const opened = await lifeguard.openPopup(page);
    await expect.poll(() => opened.accounts()).toHaveLength(1);
    expect(await opened.has(FILL)).toBe(false);
    await opened.close();

    await lifeguard.runShortcut(page);
    await (await lifeguard.popupToOpen()).close();
    await expect(field).toHaveValue('');
  }

  await test.step('but one of the page itself', async () => {
    await page.goto(`${bound.origin}/framing?framed=/`);
    await (await lifeguard.openPopup(page)).fill();
    await expect(field).toHaveValue(/^\d{6}$/);
  });
});

test('the page that asks for a texted code gets none of the authenticator', async ({ page, lifeguard }) => {
  await using bed = await createTestBed();
  await using app = await serveSignedInApp(bed);
  await signIn(page, app, await bed.createUser());
  const field = page.getByLabel('Code from the text message');
  await expect(field).toBeVisible();
  const popup = await keepAccountForSite({ page, lifeguard });
  expect(await popup.text('#site-note')).toBe(
    'This page wants the code that was sent to your phone by text message. Lifeguard cannot make such codes. The site’s settings may offer an authenticator app instead.',
  );
  expect(await popup.has(FILL)).toBe(false);
  await popup.close();
  await lifeguard.runShortcut(page);
  await (await lifeguard.popupToOpen()).close();
  await expect(field).toHaveValue('');
});
