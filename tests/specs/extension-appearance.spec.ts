import { expect } from '@playwright/test';
import { chooserOf } from '../support/chooser.ts';
import { type ExtensionBrowser, inChromium, inFirefox, SETTINGS } from '../support/extension-browser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { expectGoodInEveryLook, surfaceIn } from '../support/surface.ts';

test('popup, chooser and settings are for everybody: by name, in dark, in high contrast, from right to left', async ({
  page,
  context,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const browser = inChromium(page, context, lifeguard);
  await page.goto(site.origin);
  await lifeguard.allowHost('http://localhost/*');
  await lookAtPages(browser);

  await test.step('chooser', async () => {
    const popup = await browser.openPopup();
    await popup.click('[data-testid="inline"]');
    await popup.close();
    await page.goto(site.origin);
    const chooser = await chooserOf(page);
    const account = chooser.getByRole('list', { name: 'Accounts' }).getByRole('button');
    await expect(account).toHaveAccessibleName('Fill code for Example alice');
    await expectGoodInEveryLook(surfaceIn(page, chooser), 'chooser');
  });

  await test.step('locked', async () => {
    await browser.endIdleTime();
    const chooser = await chooserOf(page);
    await expect(chooser.getByText('Lifeguard is locked')).toBeVisible();
    await expectGoodInEveryLook(surfaceIn(page, chooser), 'chooser-locked');
    await lookAtLocked(browser);
  });
});

// The chooser stands in a closed shadow root, where Firefox lets no test look.
test('popup and settings are for everybody in Firefox', async ({ firefox }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const browser = inFirefox(firefox);
  await browser.page.goto(site.origin);
  await lookAtPages(browser);
  await browser.askBackground('lockVault');
  await lookAtLocked(browser);
});

async function lookAtPages(browser: ExtensionBrowser): Promise<void> {
  await test.step('popup', async () => {
    const empty = await browser.openPopup();
    await empty.text('#create-vault');
    await expectGoodInEveryLook(empty.surface, `popup-new-${browser.name}`);
    await empty.close();
    const popup = await browser.keepAccount();
    await expectGoodInEveryLook(popup.surface, `popup-${browser.name}`);
    await popup.click('[data-testid="details"]');
    await popup.text('[data-testid="save-changes"]');
    await expectGoodInEveryLook(popup.surface, `popup-details-${browser.name}`);
    await popup.click('#add-account');
    expect(await popup.run((shown) => shown.querySelector('#status')!.textContent), 'what was said before').toBe('');
    await popup.text('#add-uri');
    await expectGoodInEveryLook(popup.surface, `popup-add-${browser.name}`);
    await popup.close();
  });

  await test.step('settings', () =>
    browser.inExtensionPage(SETTINGS, async (settings) => {
      await expect.poll(() => settings.run(() => document.querySelector('main h1')?.textContent)).toBeTruthy();
      await expectGoodInEveryLook(settings.surface, `settings-${browser.name}`);
    }));
}

async function lookAtLocked(browser: ExtensionBrowser): Promise<void> {
  const popup = await browser.openPopup();
  await popup.text('#unlock');
  await expectGoodInEveryLook(popup.surface, `popup-locked-${browser.name}`);
}
