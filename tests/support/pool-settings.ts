import { expect, type Page } from '@playwright/test';
import { askBackground } from './ask-background.ts';
import type { Firefox } from './firefox.ts';

/** A page to sign in at, in the window that the browser opens for it. */
export interface SignInWindow {
  fill(selector: string, text: string): Promise<void>;
  /** Presses a button; the window may be gone then. */
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

/** The settings of the extension, whichever browser shows them. */
export interface PoolSettings {
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  expectText(selector: string, text: string | RegExp): Promise<void>;
  ask(name: string, input?: unknown): Promise<unknown>;
  /** Presses a button of the settings while a sign-in is open, and says whether it is told to be disabled. */
  pressBehind(selector: string): Promise<boolean>;
  /** Presses what opens a sign-in, and goes through it. */
  inSignIn(press: string, work: (window: SignInWindow) => Promise<void>): Promise<void>;
}

export function chromiumPoolSettings(settings: Page): PoolSettings {
  const click = (selector: string) => settings.locator(selector).click();
  return {
    fill: (selector, text) => settings.locator(selector).fill(text),
    click,
    expectText: (selector, text) => expect(settings.locator(selector)).toHaveText(text),
    ask: (name, input) => askBackground(settings, name, input),
    pressBehind: (selector) =>
      settings.locator(selector).evaluate((button) => {
        (button as HTMLElement).click();
        return button.ariaDisabled === 'true';
      }),
    async inSignIn(press, work) {
      const opened = settings.context().waitForEvent('page');
      await click(press);
      const page = await opened;
      await work({
        fill: (selector, text) => page.locator(selector).fill(text),
        click: (selector) => page.locator(selector).click(),
        close: () => page.close(),
      });
    },
  };
}

export function firefoxPoolSettings(firefox: Firefox): PoolSettings {
  const { page } = firefox;
  return {
    fill: (selector, text) => page.fill(selector, text),
    click: (selector) => page.click(selector),
    async expectText(selector, text) {
      const shown = expect.poll(() => page.run(textOf, selector), { message: selector, timeout: 15_000 });
      await (typeof text === 'string' ? shown.toBe(text) : shown.toMatch(text));
    },
    ask: (name, input) => firefox.askBackground(name, input),
    pressBehind: async (selector) =>
      (await firefox.runBehind(
        `const button = browser.extension
          .getViews({ type: 'tab' })
          .map(({ document }) => document.querySelector(arguments[0]))
          .find((found) => found !== null);
        button.click();
        return button.ariaDisabled === 'true';`,
        [selector],
      )) as boolean,
    inSignIn: (press, work) =>
      firefox.inNewWindow(
        () => page.click(press),
        () =>
          work({
            fill: (selector, text) => page.fill(selector, text),
            click: (selector) => page.click(selector),
            close: () => firefox.closeWindow(),
          }),
      ),
  };
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent?.trim() ?? '';
}
