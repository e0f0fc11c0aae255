import { expect } from '@playwright/test';
import { keepAccountForSite, VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { SETTINGS } from '../support/extension-browser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { expectGoodInEveryLook } from '../support/surface.ts';

const LOCKED = 'Lifeguard is locked';

inEachBrowser('a locked vault fills nothing, and after the password it does', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  const popup = await browser.keepAccount();
  await popup.click('#lock');
  await expect.poll(() => popup.text('h1')).toBe(LOCKED);
  expect(await popup.has('[data-testid="account"]')).toBe(false);
  await popup.close();

  await browser.runShortcut();
  const opened = await browser.popupToOpen();
  await expect.poll(() => opened.text('h1')).toBe(LOCKED);
  expect(await browser.page.value('input')).toBe('');

  await opened.unlock(VAULT_PASSWORD);
  await opened.fill();
  await expect.poll(() => browser.page.value('input')).toMatch(/^\d{6}$/);
});

inEachBrowser('the vault locks itself when it was not used for the time of the settings', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  await (await browser.keepAccount()).close();

  await browser.inExtensionPage(SETTINGS, async (settings) => {
    await expect.poll(() => settings.run(chooseOneMinute)).toBe(true);
    await expect.poll(() => settings.run(() => document.querySelector('#status')?.textContent)).toBe('Saved.');
  });
  const seconds = await browser.secondsUntilLock();
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);

  await browser.endIdleTime();
  await browser.inExtensionPage(SETTINGS, async (settings) => {
    await expect(async () => {
      await settings.reload();
      const heading = () => settings.run(() => document.querySelector('h1')?.textContent);
      await expect.poll(heading, { timeout: 1000 }).toBe(LOCKED);
    }).toPass({ timeout: 15_000 });
  });
  await browser.runShortcut();
  const opened = await browser.popupToOpen();
  await expect.poll(() => opened.text('h1')).toBe(LOCKED);
  expect(await browser.page.value('input')).toBe('');
});

inEachBrowser(
  'an open page of the extension follows when the vault is locked or unlocked elsewhere',
  async (browser) => {
    await using site = await serveLoopbackSite({ '/': CODE_PAGE });
    await browser.page.goto(site.origin);
    await (await browser.keepAccount()).close();
    await browser.inExtensionPage(SETTINGS, async (settings) => {
      await expect.poll(() => settings.run(sitesAreShown)).toBe(true);
      await settings.run(() => chrome.runtime.sendMessage({ name: 'lockVault' }));
      await expect.poll(() => settings.run(() => document.querySelector('h1')?.textContent)).toBe(LOCKED);
      expect(await settings.run(sitesAreShown)).toBe(false);
    });
  },
);

// Firefox tells extensions nothing of a locked screen, and its idle time can't be made to pass.
test('the vault locks itself with the screen, and is not opened by its return', async ({ page, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  await (await keepAccountForSite({ page, lifeguard })).close();
  await lifeguard.tellIdleState('active');
  const open = await lifeguard.openPopup(page);
  await open.text('#lock');
  await open.close();
  await lifeguard.tellIdleState('locked');
  await lifeguard.tellIdleState('active');
  const locked = await lifeguard.openPopup(page);
  await expect.poll(() => locked.text('h1')).toBe(LOCKED);
});

inEachBrowser('another password is chosen in the settings, and the old one is wrong from then on', async (browser) => {
  const NEXT = 'a saddle for the battery';
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  await (await browser.keepAccount()).close();
  await browser.inExtensionPage(SETTINGS, async (settings) => {
    const part = '[data-testid="change-password"]';
    const problem = () =>
      settings.run((selector) => document.querySelector(selector)?.textContent, `${part} [role="alert"]`);
    const submit = () => settings.click(`${part} .primary`);
    await settings.click(`${part} button`);
    await settings.fill('#new-password', NEXT);
    await settings.fill('#new-password-again', 'another one that differs');
    await submit();
    await expect.poll(problem).toBe('The two passwords are not the same.');
    await settings.fill('#new-password-again', NEXT);
    await settings.fill('#current-password', 'not the current one');
    await submit();
    await expect.poll(problem).toBe('The password is wrong.');
    await expectGoodInEveryLook(settings.surface, `settings-wrong-password-${browser.name}`);
    await settings.fill('#current-password', VAULT_PASSWORD);
    await submit();
    const status = () => settings.run(() => document.querySelector('#status')?.textContent);
    await expect.poll(status).toContain('The password is changed.');

    await settings.click(`${part} button`);
    await settings.fill('#new-password', NEXT);
    await settings.fill('#new-password-again', 'another one that differs');
    await submit();
    await expect.poll(problem).toBe('The two passwords are not the same.');
    expect(await status()).toBe('');
  });

  await browser.askBackground('lockVault');
  const locked = await browser.openPopup();
  await expect.poll(() => locked.has('#password')).toBe(true);
  await locked.run((document, password) => {
    document.querySelector<HTMLInputElement>('#password')!.value = password;
    document.querySelector<HTMLElement>('#unlock')!.click();
  }, VAULT_PASSWORD);
  await expect.poll(() => locked.text('#problem')).toBe('The password is wrong.');
  await expectGoodInEveryLook(locked.surface, `popup-wrong-password-${browser.name}`);
  await locked.unlock(NEXT);
  expect(await locked.accounts()).toHaveLength(1);
});

/** False until the settings are there. */
function chooseOneMinute(): boolean {
  const choice = [...document.querySelectorAll('option')].find(({ textContent }) => textContent === '1 minute');
  const select = choice?.closest('select');
  if (!choice || !select) return false;
  select.value = choice.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

function sitesAreShown(): boolean {
  return document.querySelector('.account-sites') !== null;
}
