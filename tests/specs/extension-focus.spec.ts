import { expect, test } from '@playwright/test';
import { SETUP_LINK, VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { SETTINGS, type TabPage } from '../support/extension-browser.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

inEachBrowser('in the popup the focus is somewhere whatever goes away', async (browser) => {
  await using first = await serveLoopbackSite({ '/': CODE_PAGE });
  await using second = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(first.origin);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);

  await test.step('the view that adds an account', async () => {
    await popup.tabTo('Add account');
    await popup.press('Enter');
    await expect.poll(() => popup.focused()).toBe('Add an account');
    await popup.tabTo('Back');
    await popup.press('Enter');
    await expect.poll(() => popup.focused()).toBe('Add account');
    await popup.addByUri(SETUP_LINK);
    await expect.poll(() => popup.focused()).toBe('Add account');
  });

  await test.step('the reminder of a backup', async () => {
    await popup.tabTo('Later');
    await popup.press('Enter');
    await expect.poll(() => popup.focused()).toMatch(/^(This site|Accounts)$/);
    await popup.useAtThisSite();
    await popup.close();
  });

  await test.step('the question before another site', async () => {
    await browser.page.goto(second.origin);
    const there = await browser.openPopup();
    const use = `Use at this site: ${second.origin}`;
    await there.accounts();
    await there.tabTo('Details of Example (alice)');
    await there.press('Enter');
    await there.tabTo(use);
    await there.press('Enter');
    await expect.poll(() => there.focused()).toBe('Cancel');
    await there.press('Enter');
    await expect.poll(() => there.focused()).toBe(use);
    await there.close();
  });

  await test.step('the account', async () => {
    const last = await browser.openPopup();
    await last.accounts();
    await last.tabTo('Details of Example (alice)');
    await last.press('Enter');
    await last.tabTo('Remove: Example (alice)');
    await last.confirm('[data-testid="remove"]');
    await expect.poll(() => last.focused()).toBe('No accounts yet');
  });
});

inEachBrowser('in the settings the focus is somewhere whatever goes away', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  await (await browser.keepAccount()).close();
  await browser.inExtensionPage(SETTINGS, async (settings) => {
    const backup = '[data-testid="backup"]';
    const password = `${backup} input[type="password"]`;
    const focused = () => settings.run(nameOfFocused);

    await test.step('another password', async () => {
      const card = '[data-testid="change-password"]';
      await press(settings, card, 'Change password');
      await expect.poll(focused).toBe('Current password');
      await press(settings, card, 'Cancel');
      await expect.poll(focused).toBe('Change password');
    });

    await test.step('a backup', async () => {
      await press(settings, backup, 'Save a backup');
      await expect.poll(focused).toBe('Your password for Lifeguard');
      await press(settings, backup, 'Cancel');
      await expect.poll(focused).toBe('Save a backup');
    });

    await test.step('QR codes for another app', async () => {
      await settings.run(openDetails, `${backup} details`);
      await press(settings, backup, 'Show QR codes for Google Authenticator');
      await expect.poll(focused).toBe('Your password for Lifeguard');
      await settings.fill(password, VAULT_PASSWORD);
      await press(settings, backup, 'Show QR codes for Google Authenticator');
      await expect.poll(focused).toMatch(/1/);
      await press(settings, backup, 'Hide the codes');
      await expect.poll(focused).toBe('Show QR codes for Google Authenticator');
    });

    await test.step('an import', async () => {
      const card = '[aria-labelledby="import"]';
      await settings.run(openDetails, `${card} details`);
      await settings.fill('#import-text', 'otpauth://totp/Shop:ann?secret=KRUGS4ZANFZSAYJA&issuer=Shop');
      await press(settings, card, 'Read');
      await expect.poll(focused).toBe('Accounts to import: 1');
      await press(settings, card, 'Import');
      await expect.poll(focused).toBe('Import accounts');
      await press(settings, card, 'Undo the import');
      await expect.poll(() => settings.run(isShown, '[data-testid="undo-import"]')).toBe(false);
      await expect.poll(focused).toBe('Import accounts');
    });

    await test.step('a site', async () => {
      await press(settings, '.account-sites', 'Remove site');
      await expect.poll(focused).toBe('Example (alice)');
    });
  });
});

/** As the keyboard does: first the button has the focus. */
async function press(page: TabPage, card: string, label: string): Promise<void> {
  await expect.poll(() => page.run(pressButton, card, label), `${label} is pressed`).toBe(true);
}

function pressButton(card: string, label: string): boolean {
  const buttons = [...document.querySelectorAll<HTMLElement>(`${card} button`)];
  const button = buttons.find((one) => one.textContent === label);
  button?.focus();
  button?.click();
  return button !== undefined;
}

function openDetails(selector: string): void {
  document.querySelector<HTMLDetailsElement>(selector)!.open = true;
}

function isShown(selector: string): boolean {
  return document.querySelector(selector) !== null;
}

/** `nowhere` for the page itself. */
function nameOfFocused(): string {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return 'nowhere';
  const label = (activeElement as HTMLInputElement).labels?.[0] ?? activeElement;
  return label.textContent?.trim() ?? '';
}
