import { expect } from '@playwright/test';
import { inEachBrowser } from '../support/each-browser.ts';
import { SETTINGS } from '../support/extension-browser.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { shownTexts } from '../support/shown-texts.ts';

inEachBrowser('settings that stay open show what was changed in the popup, once the user is back', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  await (await browser.keepAccount()).close();
  const { accounts } = (await browser.askBackground('listAccounts')) as Listed;
  await browser.inExtensionPage(SETTINGS, async (settings) => {
    const sites = () => shownTexts(settings, '.account-sites bdi, .account-sites [dir="ltr"]');
    await expect.poll(sites).toContain(site.origin);
    await settings.run((message) => chrome.runtime.sendMessage(message), {
      name: 'bindOrigin',
      input: { id: accounts[0]!.id, origin: 'https://second.example' },
    });
    // What a window gets when the popup over it closes; browsers without windows send nothing.
    await settings.run(() => void dispatchEvent(new Event('focus')));
    await expect.poll(sites).toContain('https://second.example');
  });
});

inEachBrowser('what the settings say of one site’s access is the same in each of their cards', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  await browser.allowHost('http://localhost/*');
  await (await browser.keepAccount()).close();
  await browser.inExtensionPage(SETTINGS, async (settings) => {
    const seen = () => shownTexts(settings, '[aria-labelledby="access"] [dir="ltr"]');
    const isTicked = () => settings.run(isChecked, '.account-sites [data-testid="inline"]');
    await expect.poll(isTicked).toBe(false);
    await settings.click('.account-sites [data-testid="inline"]');
    await expect.poll(isTicked).toBe(true);
    await expect.poll(seen).toEqual(['http://localhost/*']);
    await settings.click('[aria-labelledby="access"] button');
    await expect.poll(seen).toEqual([]);
    await expect.poll(isTicked).toBe(false);
  });
});

/** `undefined` until a press counts. */
function isChecked(selector: string): boolean | undefined {
  const box = document.querySelector<HTMLInputElement>(selector);
  return box?.disabled === false ? box.checked : undefined;
}

interface Listed {
  readonly accounts: readonly { readonly id: string }[];
}
