import type { Page } from '@playwright/test';
import type { ChromiumExtension } from './chromium-extension.ts';
import type { Firefox } from './firefox.ts';
import type { Popup } from './popup.ts';

/** A browser with the extension and a page in it, for what has to hold in both. */
export interface AnyBrowser {
  goto(url: string): Promise<unknown>;
  fill(selector: string, text: string): Promise<unknown>;
  click(selector: string): Promise<unknown>;
  /** The texts of the elements that a selector finds. */
  texts(selector: string): Promise<readonly string[]>;
  value(selector: string): Promise<string>;
  url(): Promise<string>;
  openPopup(): Promise<Popup>;
}

export function chromiumWith(page: Page, lifeguard: ChromiumExtension): AnyBrowser {
  return {
    goto: (url) => page.goto(url),
    fill: (selector, text) => page.fill(selector, text),
    click: (selector) => page.click(selector),
    texts: (selector) => page.evaluate(textsOf, selector),
    value: (selector) => page.inputValue(selector),
    url: async () => page.url(),
    openPopup: () => lifeguard.openPopup(page),
  };
}

export function firefoxWith({ page, openPopup }: Firefox): AnyBrowser {
  return {
    goto: (url) => page.goto(url),
    fill: (selector, text) => page.fill(selector, text),
    click: (selector) => page.click(selector),
    texts: (selector) => page.run(textsOf, selector),
    value: (selector) => page.value(selector),
    url: () => page.url(),
    openPopup,
  };
}

function textsOf(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? '');
}
