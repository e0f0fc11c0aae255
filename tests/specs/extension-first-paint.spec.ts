import { expect } from '@playwright/test';
import { inEachBrowser } from '../support/each-browser.ts';
import { type ExtensionBrowser, SETTINGS, type TabPage } from '../support/extension-browser.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

const PAGES = [
  { path: 'src/popup/index.html', head: '.bar', words: 'Lifeguard' },
  { path: SETTINGS, head: '.title, main > h1', words: 'Lifeguard settings' },
];

inEachBrowser('what is painted before any script runs stays where it is, whatever the vault is', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  await expectNoJump(browser, '#create-vault');
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  await expectNoJump(browser, 'main h2');
  await browser.askBackground('lockVault');
  await expectNoJump(browser, '#unlock');
});

/** @param settled what a page shows when it has come to rest */
async function expectNoJump(browser: ExtensionBrowser, settled: string): Promise<void> {
  for (const { path, head, words } of PAGES) {
    await browser.inExtensionPage(path, async (page) => {
      await expect.poll(() => page.run(isShown, settled)).toBe(true);
      const after = await page.run(placesOf, head);
      await showStatic(page, await page.run(htmlOfPage));
      expect(await page.run(placesOf, head), `${path} with ${settled}`).toEqual({ ...after, words });
    });
  }
}

/** Shows the HTML of the page as before its scripts. */
async function showStatic(page: TabPage, html: string): Promise<void> {
  await page.run(replaceBody, html);
  await expect.poll(() => page.run(() => getComputedStyle(document.body).margin)).toBe('0px');
}

function htmlOfPage(): Promise<string> {
  return fetch(location.href).then((response) => response.text());
}

function replaceBody(html: string): void {
  const before = new DOMParser().parseFromString(html, 'text/html');
  const sheet = document.querySelector('link[href="/shell.css"]')!;
  for (const other of document.querySelectorAll('link[rel="stylesheet"]')) if (other !== sheet) other.remove();
  document.documentElement.removeAttribute('dir');
  document.body.replaceWith(document.adoptNode(before.body));
}

function isShown(selector: string): boolean {
  return document.querySelector(selector)?.checkVisibility() === true;
}

/** Where the head stands, its picture and its words, and what these are. */
function placesOf(selector: string) {
  const head = document.querySelector(selector)!;
  const picture = head.querySelector('.logo')!;
  const text = picture.nextElementSibling ?? picture.nextSibling;
  const line = document.createRange();
  line.selectNodeContents(head);
  const { x, y, width } = picture.getBoundingClientRect();
  const generated = text instanceof Element ? getComputedStyle(text, '::before').content : 'none';
  return {
    picture: [x, y, width],
    direction: getComputedStyle(head).direction,
    font: getComputedStyle(text instanceof Element ? text : head).font,
    ground: getComputedStyle(document.body).backgroundColor,
    words: generated === 'none' || generated === 'normal' ? head.textContent.trim() : generated.replaceAll('"', ''),
  };
}
