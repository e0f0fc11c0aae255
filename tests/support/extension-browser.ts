import type { BrowserContext, Page } from '@playwright/test';
import { askBackground } from './ask-background.ts';
import { VAULT_PASSWORD, SETUP_LINK } from './bound-account.ts';
import type { ChromiumExtension } from './chromium-extension.ts';
import type { Firefox } from './firefox.ts';
import type { Popup } from './popup.ts';
import { type Surface, surfaceIn } from './surface.ts';

/** A page in a tab, as far as both browsers let a test reach it in the same words. */
export interface TabPage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  url(): Promise<string>;
  fill(selector: string, text: string): Promise<void>;
  /** A real click, for which the page gets trusted events. */
  click(selector: string): Promise<void>;
  /** Moves the mouse there. */
  hover(selector: string): Promise<void>;
  value(selector: string): Promise<string>;
  /** Of an input in the one frame of the page. */
  valueInFrame(selector: string): Promise<string>;
  readonly surface: Surface;
  /** Runs a function in the page; it sees nothing of the test but its arguments. */
  run<Args extends readonly unknown[], Result>(script: (...args: Args) => Result, ...args: Args): Promise<Result>;
}

interface Account {
  /** {@link SETUP_LINK} when left out. */
  readonly setupLink?: string;
  /** What the popup says then, in another language than English. */
  readonly news?: { readonly added: string };
}

/** A browser with the extension, in a profile of its own, and the page under test. */
export interface ExtensionBrowser {
  readonly name: 'Chromium' | 'Firefox';
  readonly page: TabPage;
  /** Presses the toolbar button over the page, which grants the extension that tab, and waits for the popup. */
  openPopup(): Promise<Popup>;
  /** Waits for a popup that the extension opens by itself. */
  popupToOpen(): Promise<Popup>;
  /** Runs over the page what the shortcut runs. */
  runShortcut(): Promise<void>;
  /** Makes a vault with one account, which is bound to the site of the page. The popup is left open. */
  keepAccount(account?: Account): Promise<Popup>;
  /** Lets the browser grant a host without a prompt. */
  allowHost(pattern: string): Promise<void>;
  /** Asks the background what the extension's own pages ask. */
  askBackground(name: string, input?: unknown): Promise<unknown>;
  /** What stands on the toolbar button over the page. */
  badge(): Promise<string>;
  /** How long the vault stays open from now on when it isn't used. */
  secondsUntilLock(): Promise<number>;
  /** Lets the alarm that locks the vault go off now. */
  endIdleTime(): Promise<void>;
  /** Sets the clock of the background, until it is stopped. */
  setClock(aheadInMillis: number): Promise<void>;
  /** Ends the background, as the browser does with one that is idle. */
  stopBackground(): Promise<void>;
  /** Waits until something has started the background, and it listens. */
  backgroundToRun(): Promise<void>;
  clearCookies(): Promise<void>;
  /** Opens a page of the extension in a tab of its own, and closes it. */
  inExtensionPage<Result>(path: string, work: (page: TabPage) => Promise<Result>): Promise<Result>;
}

/** The path of the settings. */
export const SETTINGS = 'src/options/index.html';

export function inChromium(page: Page, context: BrowserContext, lifeguard: ChromiumExtension): ExtensionBrowser {
  async function inExtensionPage<Result>(path: string, work: (page: Page) => Promise<Result>): Promise<Result> {
    const tab = await lifeguard.openSettings();
    if (path !== SETTINGS) await tab.goto(tab.url().replace(SETTINGS, path));
    try {
      return await work(tab);
    } finally {
      await tab.close();
      await page.bringToFront();
    }
  }

  return withAccount({
    name: 'Chromium',
    page: pageInChromium(page),
    openPopup: () => lifeguard.openPopup(page),
    popupToOpen: () => lifeguard.popupToOpen(),
    runShortcut: () => lifeguard.runShortcut(page),
    allowHost: (pattern) => lifeguard.allowHost(pattern),
    askBackground: (name, input) => inExtensionPage(SETTINGS, (tab) => askBackground(tab, name, input)),
    badge: () => lifeguard.badge(page),
    secondsUntilLock: () => lifeguard.secondsUntilLock(),
    endIdleTime: () => lifeguard.endIdleTime(),
    setClock: (aheadInMillis) => lifeguard.setClock(aheadInMillis),
    stopBackground: () => lifeguard.stopWorker(),
    backgroundToRun: () => lifeguard.workerToRun(),
    clearCookies: () => context.clearCookies(),
    inExtensionPage: (path, work) => inExtensionPage(path, (tab) => work(pageInChromium(tab))),
  });
}

export function inFirefox(firefox: Firefox): ExtensionBrowser {
  const { page } = firefox;
  return withAccount({
    ...firefox,
    name: 'Firefox',
    page,
    runShortcut: () => firefox.pressShortcut(),
    clearCookies: () => page.clearCookies(),
  });
}

function withAccount(browser: Omit<ExtensionBrowser, 'keepAccount'>): ExtensionBrowser {
  return {
    ...browser,
    async keepAccount({ setupLink = SETUP_LINK, news } = {}) {
      const popup = await browser.openPopup();
      await popup.choosePassword(VAULT_PASSWORD);
      await popup.addByUri(setupLink, news?.added);
      await popup.useAtThisSite();
      return popup;
    },
  };
}

function pageInChromium(page: Page): TabPage {
  return {
    surface: surfaceIn(page),
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    url: async () => page.url(),
    fill: (selector, text) => page.locator(selector).fill(text),
    click: (selector) => page.locator(selector).click(),
    hover: (selector) => page.locator(selector).hover(),
    value: (selector) => page.locator(selector).inputValue(),
    valueInFrame: (selector) => page.frameLocator('iframe').locator(selector).inputValue(),
    run: (script, ...args) => {
      // What is run sees its arguments alone, as in Firefox.
      const values = args.map((arg) => JSON.stringify(arg)).join(', ');
      return page.evaluate(`(${script})(${values})`) as never;
    },
  };
}
