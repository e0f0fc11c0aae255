import { expect } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';
import type { Surface } from './surface.ts';

/** The document of the open popup, whichever browser shows it. */
export interface PopupDocument {
  /** Runs a function there; it sees nothing of this file but its arguments. Rejects when the popup closes meanwhile. */
  run<Args extends readonly unknown[], Result>(
    script: (document: Document, ...args: Args) => Result,
    ...args: Args
  ): Promise<Result>;
  /** Waits until the popup is closed, by itself or by another. */
  closed(options: { readonly withinMillis: number }): Promise<void>;
  close(): Promise<void>;
  /** Presses a key as the keyboard would. */
  press(key: 'Tab' | 'Enter'): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  readonly surface: Surface;
}

/** An account as a person sees it in the popup. */
interface ShownAccount {
  /** Issuer and account name. */
  readonly names: readonly string[];
  readonly state: string;
  /** Why a staged account is not active yet. */
  readonly note: string;
}

export interface Popup extends PopupDocument {
  choosePassword(password: string): Promise<void>;
  unlock(password: string): Promise<void>;
  /** Presses "Set up here" and waits until the page has its code. `account`: its name, where the page has none. */
  setUpHere(names?: { readonly account: string }): Promise<void>;
  /** Presses "Fill code"; a popup that has filled closes by itself. */
  fill(): Promise<void>;
  /** @param news what the popup says then, in another language than English */
  addByUri(uri: string, news?: string): Promise<void>;
  /** Binds the one account to the site that the tab shows; `another` when it is filled at other sites so far. */
  useAtThisSite(site?: { readonly another: boolean }): Promise<void>;
  click(selector: string): Promise<void>;
  /** Presses a button that asks once more, and again when the question can have been read. */
  confirm(selector: string): Promise<void>;
  /** Writes into a field as a person does. */
  write(selector: string, value: string): Promise<void>;
  value(selector: string): Promise<string>;
  /** Waits until an element is shown, and returns its text. */
  text(selector: string): Promise<string>;
  has(selector: string): Promise<boolean>;
  /** What axe finds fault with, with the elements. */
  violations(): Promise<readonly string[]>;
  /** The name of the control that has the focus. */
  focused(): Promise<string>;
  /** Presses Tab until a control of this name has the focus. */
  tabTo(name: string): Promise<void>;
  /** Waits until the vault is open and the page is read. */
  accounts(): Promise<readonly ShownAccount[]>;
}

/** A code that a page has got is not given to another: the extension waits for the next one. */
const STEP_AND_MORE_IN_MILLIS = 35_000;

/** What the tests do in the popup and read from it. */
export function popupOf(document: PopupDocument): Popup {
  async function shown(selector: string): Promise<void> {
    await expect.poll(() => document.run(isShown, selector), `the popup shows ${selector}`).toBe(true);
  }

  async function click(selector: string): Promise<void> {
    await expect.poll(() => document.run(isPressable, selector), `the popup lets one press ${selector}`).toBe(true);
    await document.run(pressElement, selector);
  }

  async function confirm(selector: string): Promise<void> {
    await click(selector);
    const question = await document.run(textOf, selector);
    const again = async (): Promise<string> => {
      await document.run(pressElement, selector);
      return document.run(textOf, selector);
    };
    await expect.poll(again, `the question of ${selector} is answered`).not.toBe(question);
  }

  async function text(selector: string): Promise<string> {
    await shown(selector);
    return document.run(textOf, selector);
  }

  async function write(selector: string, value: string): Promise<void> {
    await shown(selector);
    await document.run(writeInto, selector, value);
  }

  return {
    ...document,
    click,
    confirm,
    write,
    async value(selector) {
      await shown(selector);
      return document.run(valueOf, selector);
    },
    text,
    has: (selector) => document.run(isShown, selector),

    async choosePassword(password) {
      await write('#new-password', password);
      await write('#new-password-again', password);
      await click('#create-vault');
      await shown('#lock');
    },

    async unlock(password) {
      await write('#password', password);
      await click('#unlock');
      await shown('#lock');
    },

    async setUpHere(names) {
      if (names !== undefined) await write('#set-up-account', names.account);
      await click('#set-up-here');
      const status = expect.poll(() => document.run(textOf, '#status'), { timeout: STEP_AND_MORE_IN_MILLIS });
      await status.toContain('The first code is filled in.');
    },

    async fill() {
      await click('[data-testid="fill"]');
      await document.closed({ withinMillis: STEP_AND_MORE_IN_MILLIS });
    },

    async addByUri(uri, news = 'The account is added.') {
      await click('#add-account');
      await write('#uri', uri);
      await click('#add-uri');
      await expect.poll(() => document.run(textOf, '#status')).toContain(news);
    },

    async useAtThisSite({ another } = { another: false }) {
      await click('[data-testid="details"]');
      await click('[data-testid="bind"]');
      if (another) await click('[data-testid="allow"]');
      await shown('[aria-labelledby="this-site"] [data-testid="account"]');
    },

    violations: () => accessibilityFaults(document.surface.evaluate),

    focused: () => document.run(nameOfFocused),

    async tabTo(name) {
      for (let presses = 0; presses < MAX_CONTROLS; presses += 1) {
        await document.press('Tab');
        if ((await document.run(nameOfFocused)) === name) return;
      }
      throw new Error(`${MAX_CONTROLS} presses of Tab do not reach “${name}”`);
    },

    async accounts() {
      await shown('#lock');
      return document.run(shownAccounts);
    },
  };
}

/** More than the popup has. */
const MAX_CONTROLS = 30;

function nameOfFocused({ activeElement }: Document): string {
  const label = (activeElement as HTMLInputElement | null)?.labels?.[0] ?? activeElement;
  return activeElement?.getAttribute('aria-label') ?? label?.textContent?.trim() ?? '';
}

function isShown(document: Document, selector: string): boolean {
  return document.querySelector(selector)?.checkVisibility() === true;
}

function isPressable(document: Document, selector: string): boolean {
  const element = document.querySelector(selector);
  return element?.checkVisibility() === true && !element.matches(':disabled');
}

function pressElement(document: Document, selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

function textOf(document: Document, selector: string): string {
  return document.querySelector(selector)?.textContent?.trim() ?? '';
}

function valueOf(document: Document, selector: string): string {
  return document.querySelector<HTMLInputElement>(selector)?.value ?? '';
}

function writeInto(document: Document, selector: string, value: string): void {
  const field = document.querySelector<HTMLInputElement>(selector)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function shownAccounts(document: Document): ShownAccount[] {
  return [...document.querySelectorAll<HTMLElement>('[data-testid="account"]')].map((row) => ({
    names: [...row.querySelectorAll('.names > *')].map((name) => name.textContent ?? ''),
    state: row.dataset['state'] ?? '',
    note: row.querySelector('[data-testid="staged"] p')?.textContent ?? '',
  }));
}
