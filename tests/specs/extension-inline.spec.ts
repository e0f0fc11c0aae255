import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Frame, type Locator } from '@playwright/test';
import { keepAccountForSite, keepAccountInFirefox, SETUP_LINK } from '../support/bound-account.ts';
import { chooserOf, choosers, isOffered, pressUntilItCounts } from '../support/chooser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

const PERIOD_IN_SECONDS = 10;

test('codes are offered at the field of a site where the user says so, until the user says otherwise', async ({
  page,
  context,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const field = page.getByLabel('Authenticator code');
  await page.goto(site.origin);
  await lifeguard.allowHost('http://localhost/*');
  const popup = await keepAccountForSite({ page, lifeguard, setupLink: `${SETUP_LINK}&period=${PERIOD_IN_SECONDS}` });
  await popup.click('[data-testid="inline"]');
  await popup.close();
  await expect.poll(() => choosers(page).length).toBe(1);
  await expect(accountIn(choosers(page)[0]!)).toBeVisible();

  await test.step('by keys: a choice that comes too fast is none', async () => {
    let chooser = choosers(page)[0]!;
    // On a busy machine a press may not come fast enough.
    await expect(async () => {
      await page.reload();
      chooser = await chooserOf(page);
      await expect(accountIn(chooser)).toBeVisible();
      await field.focus();
      await page.keyboard.press('ArrowDown');
      await chooser.waitForFunction(() => document.activeElement?.matches('[data-first]'));
      await page.keyboard.press('Enter');
      await expect(chooser.getByRole('alert')).toContainText('too fast', { timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await expect(field).toHaveValue('');
    await pressUntilItCounts(chooser, () => page.keyboard.press('Enter'));
    await expect(field).toHaveValue(/^\d{6}$/);
    await expect.poll(() => choosers(page).length).toBe(0);
  });

  await test.step('Escape sends it away for this field', async () => {
    await page.reload();
    await expect.poll(() => choosers(page).length).toBe(1);
    await field.focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => choosers(page).length).toBe(0);
  });

  await test.step('a fill in another way sends it away, and what it covers can be pressed', async () => {
    await page.reload();
    await chooserOf(page);
    await (await lifeguard.openPopup(page)).fill();
    await expect(field).toHaveValue(/^\d{6}$/);
    await expect.poll(() => choosers(page).length).toBe(0);
  });

  await test.step('sent away while it waits it ends the count, and nothing is filled', async () => {
    await page.reload();
    const chooser = await chooserOf(page);
    await pressUntilItCounts(chooser, () => accountIn(chooser).click());
    await expect(chooser.getByRole('heading')).toHaveText(/^Waiting for the next code… \d+$/);
    await page.keyboard.press('Escape');
    await expect.poll(() => choosers(page).length).toBe(0);
    await expect.poll(() => lifeguard.badge(page)).toBe('');
    await pause(PERIOD_IN_SECONDS * 1000);
    await expect(field).toHaveValue('');
  });

  await test.step('off again', async () => {
    const again = await lifeguard.openPopup(page);
    await again.click('[data-testid="inline"]');
    await expect.poll(() => again.run((document) => document.querySelector('input')?.checked)).toBe(false);
    await again.close();
    await expect
      .poll(() => context.serviceWorkers()[0]?.evaluate(() => chrome.scripting.getRegisteredContentScripts()))
      .toEqual([]);
    await page.reload();
    expect(choosers(page)).toHaveLength(0);
  });
});

test('codes are offered at the field in Firefox where the user says so', async ({ firefox }) => {
  const ESCAPE = '\uE00C';
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const { page } = firefox;
  const isThere = () => page.run(isOffered);
  await page.goto(site.origin);
  await firefox.allowHost('http://localhost/*');
  await (await keepAccountInFirefox(firefox)).close();
  expect(await isThere()).toBe(false);
  await firefox.askBackground('offerInlineAt', { origin: site.origin });
  await expect.poll(isThere).toBe(true);

  await test.step('Escape sends it away for this field', async () => {
    await page.click('input');
    await page.keys(ESCAPE);
    await expect.poll(isThere).toBe(false);
  });

  await test.step('a fill in another way sends it away', async () => {
    await page.reload();
    await expect.poll(isThere).toBe(true);
    await (await firefox.openPopup()).fill();
    await expect.poll(() => page.value('input'), { timeout: 35_000 }).toMatch(/^\d{6}$/);
    await expect.poll(isThere).toBe(false);
  });

  await test.step('off again, in the popup', async () => {
    await page.reload();
    await expect.poll(isThere).toBe(true);
    const popup = await firefox.openPopup();
    await popup.click('[data-testid="inline"]');
    await expect.poll(() => popup.run((document) => document.querySelector('input')?.checked)).toBe(false);
    await popup.close();
    await expect.poll(() => firefox.runBehind('return browser.scripting.getRegisteredContentScripts();')).toEqual([]);
    await page.reload();
    expect(await isThere()).toBe(false);
  });
});

function accountIn(chooser: Frame): Locator {
  return chooser.getByRole('button', { name: 'Fill code for Example alice' });
}
