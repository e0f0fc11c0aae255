import { expect } from '@playwright/test';
import type { Marionette } from './marionette.ts';
import { type Popup, type PopupDocument, popupOf } from './popup.ts';

export interface FirefoxPopups {
  /** Presses the toolbar button over the current page, which grants the extension that tab, and waits for the popup. */
  open(): Promise<Popup>;
  /** Asks the background what the extension's own pages ask. */
  askBackground(name: string, input: unknown): Promise<unknown>;
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
  const page = await currentWindow();
  const { handle: behind } = (await send('WebDriver:NewWindow', { type: 'tab' })) as { readonly handle: string };
  await inTabBehind(() => send('WebDriver:Navigate', { url: extension.pageUrl }));

  async function currentWindow(): Promise<string> {
    return ((await send('WebDriver:GetWindowHandle')) as { readonly value: string }).value;
  }

  async function inTabBehind<Result>(work: () => Promise<Result>): Promise<Result> {
    await send('WebDriver:SwitchToWindow', { handle: behind, focus: false });
    try {
      return await work();
    } finally {
      await send('WebDriver:SwitchToWindow', { handle: page, focus: false });
    }
  }

  async function untilPopupsAre(count: 0 | 1, timeout = 15_000): Promise<void> {
    const script = `return chrome.extension.getViews({ type: 'popup' }).length;`;
    await expect.poll(() => inTabBehind(() => execute(script)), { message: 'open popups', timeout }).toBe(count);
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
  };

  return {
    askBackground: (name, input) =>
      inTabBehind(async () => {
        const script = 'return chrome.runtime.sendMessage(arguments[0]).then(({ value }) => value);';
        return execute(script, [{ name, input }]);
      }),
    async open() {
      await marionette.executeAsBrowser(PRESS_TOOLBAR_BUTTON, [extension.id]);
      await untilPopupsAre(1);
      return popupOf(popup);
    },
  };
}

/** What the button itself calls. */
const PRESS_TOOLBAR_BUTTON = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  const action = ExtensionParent.apiManager.global.browserActionFor(extension);
  action.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'));`;
