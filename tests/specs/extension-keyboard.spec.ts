import { expect, test } from '@playwright/test';
import { SETUP_LINK, VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

const FILL = 'Fill code for Example (alice)';

inEachBrowser(
  'the popup needs no mouse: password, account, binding and filling go by the keyboard',
  async (browser) => {
    const { page } = browser;
    await using site = await serveLoopbackSite({ '/': CODE_PAGE });
    await page.goto(site.origin);

    const popup = await browser.openPopup();
    await expect.poll(() => popup.focused()).toBe('Password');
    await popup.type(VAULT_PASSWORD);
    await popup.tabTo('Password again');
    await popup.type(VAULT_PASSWORD);
    await popup.press('Enter');
    await popup.accounts();

    await popup.tabTo('Add account');
    await popup.press('Enter');
    await popup.tabTo('Setup link');
    await popup.type(SETUP_LINK);
    await popup.tabTo('Add');
    await popup.press('Enter');
    await expect.poll(() => popup.accounts()).toEqual([{ names: ['Example', 'alice'], state: 'active', note: '' }]);

    await popup.tabTo('Details of Example (alice)');
    await popup.press('Enter');
    await popup.tabTo(`Use at this site: ${site.origin}`);
    await popup.press('Enter');
    await popup.text('[data-testid="fill"]');
    await popup.close();

    await test.step('with an account for the site the popup opens on Fill', async () => {
      const again = await browser.openPopup();
      await expect.poll(() => again.focused()).toBe(FILL);
      await again.press('Enter');
      await again.closed({ withinMillis: 35_000 });
      await expect.poll(() => page.value('input')).toMatch(/^\d{6}$/);
    });

    await test.step('Tab leads around to Fill from anywhere', async () => {
      await page.reload();
      const again = await browser.openPopup();
      await expect.poll(() => again.focused()).toBe(FILL);
      await again.tabTo('Lock');
      await again.tabTo(FILL);
      await again.press('Enter');
      await again.closed({ withinMillis: 35_000 });
      await expect.poll(() => page.value('input')).toMatch(/^\d{6}$/);
    });
  },
);
