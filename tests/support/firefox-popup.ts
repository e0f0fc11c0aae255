import { expect } from '@playwright/test';
import { firefoxSurface } from './firefox-surface.ts';
import type { Marionette } from './marionette.ts';
import { type Popup, type PopupDocument, popupOf } from './popup.ts';

export interface FirefoxPopups {
  /** Presses the toolbar button over the current page, which grants the extension that tab, and waits for the popup. */
  open(): Promise<Popup>;
  /** Waits for a popup that the extension opens by itself. */
  toOpen(): Promise<Popup>;
  /** Asks the background what the extension's own pages ask. */
  askBackground(name: string, input?: unknown): Promise<unknown>;
  /** Runs the body of an asynchronous function, with `arguments`, in a page of the extension that nobody sees. */
  runBehind(script: string, args?: readonly unknown[]): Promise<unknown>;
}

interface Extension {
  readonly id: string;
  /** A page of the extension that is not the popup. */
  readonly pageUrl: string;
}

/**
 * The popup is no window that Marionette knows, but every page of the extension reaches it by `getViews`. One is opened
 * in a tab behind the page under test, which stays the active one.
 */
export async function firefoxPopups(marionette: Marionette, extension: Extension): Promise<FirefoxPopups> {
  const { send, execute } = marionette;
  const { handle: behind } = (await send('WebDriver:NewWindow', { type: 'tab' })) as { readonly handle: string };
  await inTabBehind(() => send('WebDriver:Navigate', { url: extension.pageUrl }));

  async function currentWindow(): Promise<string> {
    return ((await send('WebDriver:GetWindowHandle')) as { readonly value: string }).value;
  }

  async function inTabBehind<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = await currentWindow();
    await send('WebDriver:SwitchToWindow', { handle: behind, focus: false });
    try {
      return await work();
    } finally {
      await send('WebDriver:SwitchToWindow', { handle: before, focus: false });
    }
  }

  const popups = () => inTabBehind(() => execute(`return chrome.extension.getViews({ type: 'popup' }).length;`));

  async function untilPopupsAre(count: 0 | 1, timeout = 15_000): Promise<void> {
    await expect.poll(popups, { message: 'open popups', timeout }).toBe(count);
  }

  /**
   * As the browser, whose window has the popup; as a page they would stay in the page. They get to the popup's process later, or, as long as
   * it has not got the focus, nowhere: then they are pressed again. The last of them may close it.
   */
  async function pressKeys(keys: readonly string[]): Promise<void> {
    await popup.run(countKeys);
    const arrived = async (): Promise<number> => ((await popups()) === 0 ? keys.length : popup.run(countedKeys));
    await expect(async () => {
      if ((await arrived()) === 0) await sendKeys(keys);
      await expect.poll(arrived, { message: 'pressed keys', timeout: 4_000 }).toBe(keys.length);
    }).toPass({ timeout: 20_000 });
  }

  async function sendKeys(keys: readonly string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await marionette.executeAsBrowser(`${POPUP}?.focus();`);
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      await send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }

  const popup: PopupDocument = {
    async run(script, ...args) {
      const inPopup = `const [popup] = chrome.extension.getViews({ type: 'popup' });
        if (popup === undefined) throw new Error('No popup is open.');
        return (${script})(popup.document, ...arguments);`;
      return (await inTabBehind(() => execute(inPopup, args))) as never;
    },
    closed: ({ withinMillis }) => untilPopupsAre(0, withinMillis),
    async close() {
      await popup.run((document) => document.defaultView?.close());
      await popup.closed({ withinMillis: 5_000 });
    },
    press: (key) => pressKeys([KEYS[key]]),
    type: (text) => pressKeys([...text]),
    surface: firefoxSurface(marionette, {
      window: "chrome.extension.getViews({ type: 'popup' })[0]",
      element: POPUP,
      execute: (script) => inTabBehind(() => execute(script)),
    }),
  };

  async function toOpen(): Promise<Popup> {
    await untilPopupsAre(1);
    // A window that nobody looks at gives its popup no focus.
    await marionette.executeAsBrowser(`${POPUP}.focus();`);
    return popupOf(popup);
  }

  return {
    toOpen,
    runBehind: (script, args) =>
      inTabBehind(() => execute(`return (async function () { ${script} })(...arguments);`, args)),
    askBackground: (name, input) =>
      inTabBehind(async () => {
        const script = 'return chrome.runtime.sendMessage(arguments[0]).then(({ value }) => value);';
        return execute(script, [{ name, input }]);
      }),
    async open() {
      await marionette.executeAsBrowser(PRESS_TOOLBAR_BUTTON, [extension.id]);
      return toOpen();
    },
  };
}

interface KeyCounter extends Document {
  pressedKeys?: number;
}

function countKeys(document: KeyCounter): void {
  if (document.pressedKeys === undefined) {
    document.addEventListener('keyup', () => (document.pressedKeys! += 1), true);
  }
  document.pressedKeys = 0;
}

function countedKeys(document: KeyCounter): number {
  return document.pressedKeys ?? 0;
}

/** As WebDriver names them. */
const KEYS = { Tab: '\uE004', Enter: '\uE007' } as const;

/** The element that shows it, in Firefox's own window. */
const POPUP =
  "Services.wm.getMostRecentWindow('navigator:browser').document.querySelector('.webextension-popup-browser')";

/** What the button itself calls. */
const PRESS_TOOLBAR_BUTTON = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  const action = ExtensionParent.apiManager.global.browserActionFor(extension);
  action.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'));`;
