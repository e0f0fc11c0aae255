import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { chooserOf } from '../support/chooser.ts';
import { type ExtensionBrowser, inChromium, inFirefox, SETTINGS } from '../support/extension-browser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { QR_SVG } from '../support/qr-picture.ts';
import { expectGoodLayout, surfaceIn } from '../support/surface.ts';

const LOCALES = join(import.meta.dirname, '../../extension/public/_locales');

type Messages = Readonly<Record<string, { readonly message: string }>>;

const SET_UP_PAGE = `<!doctype html><html lang="en"><title>Set up</title><h1>Authenticator app</h1>${QR_SVG}
  <h2>Recovery codes</h2><ul><li>3f9c1-a07be</li><li>81d2e-55c0f</li><li>b7a40-9e13d</li></ul></html>`;

/** The longest words, another script, and the other direction; the others differ from these by less. */
const SHOWN = ['de', 'ja', 'ar'];

for (const locale of SHOWN) {
  const messages = JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8')) as Messages;
  const textOf = (key: string) => messages[key]!.message;
  const direction = locale === 'ar' ? 'rtl' : 'ltr';

  test.describe(locale, () => {
    test.use({ language: locale });

    test('popup, chooser and settings fit into their places in each language', async ({ page, context, lifeguard }) => {
      await using site = await serveLoopbackSite({ '/': CODE_PAGE, '/set-up': SET_UP_PAGE });
      const browser = inChromium(page, context, lifeguard);
      await page.goto(site.origin);
      await lifeguard.allowHost('http://localhost/*');
      await expectToFit(browser, site.origin);
      await page.goto(site.origin);
      const popup = await browser.openPopup();
      await popup.click('[data-testid="inline"]');
      await popup.close();
      await page.goto(site.origin);
      const chooser = await chooserOf(page);
      await expect(chooser.getByRole('heading')).toHaveText(textOf('chooserTitle'));
      await expectGoodLayout(surfaceIn(page, chooser), `language-${locale}-chooser`, direction);
    });

    // The chooser stands in a closed shadow root, where Firefox lets no test look.
    test('popup and settings fit into their places in each language in Firefox', async ({ firefox }) => {
      await using site = await serveLoopbackSite({ '/': CODE_PAGE, '/set-up': SET_UP_PAGE });
      await firefox.page.goto(site.origin);
      await expectToFit(inFirefox(firefox), site.origin);
    });
  });

  async function expectToFit(browser: ExtensionBrowser, origin: string): Promise<void> {
    const name = `language-${locale}-${browser.name}`;
    const empty = await browser.openPopup();
    expect(await empty.text('h1')).toBe(textOf('welcomeTitle'));
    await expectGoodLayout(empty.surface, `${name}-new`, direction);
    await empty.close();

    const popup = await browser.keepAccount({ news: { added: textOf('added') } });
    expect(await popup.text('[data-testid="fill"]')).toBe(textOf('fill'));
    await expectGoodLayout(popup.surface, `${name}-popup`, direction);
    await popup.close();

    await browser.page.goto(`${origin}/set-up`);
    const offers = await browser.openPopup();
    expect(await offers.text('#set-up-note')).toBe(textOf('setUpRenews'));
    await expectGoodLayout(offers.surface, `${name}-offers`, direction);
    await offers.click('#keep-recovery');
    await expect.poll(() => offers.has('#recovery-title')).toBe(false);
    await offers.click('[data-testid="details"]');
    await offers.click('[data-testid="show-recovery"]');
    await offers.text('[data-testid="recovery-codes"]');
    await offers.run((document) => document.querySelector('.recovery')!.scrollIntoView());
    await expectGoodLayout(offers.surface, `${name}-recovery`, direction);
    await offers.close();

    await browser.inExtensionPage(SETTINGS, async (settings) => {
      await expect.poll(() => settings.run(() => document.title)).toBe(textOf('optionsTitle'));
      await expect.poll(() => settings.run(() => document.querySelector('main h1')?.textContent)).toBeTruthy();
      // The browser speaks English.
      expect(await settings.run(languageOfPage)).toEqual({ lang: locale, dir: direction, before: direction });
      await expectGoodLayout(settings.surface, `${name}-settings`, direction);
    });
  }
}

/** What the page says of itself, and the direction that it has before any script runs. */
function languageOfPage() {
  const page = document.documentElement;
  const { lang, dir } = page;
  page.removeAttribute('dir');
  const before = getComputedStyle(page).direction;
  page.dir = dir;
  return { lang, dir, before };
}
