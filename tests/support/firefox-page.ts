import { expect } from '@playwright/test';
import { firefoxSurface } from './firefox-surface.ts';
import type { Marionette } from './marionette.ts';
import type { Surface } from './surface.ts';

/** The page in Firefox's one tab. */
export interface FirefoxPage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  /** A real click, for which the page gets trusted events. */
  click(selector: string): Promise<void>;
  /** Moves the mouse there. */
  hover(selector: string): Promise<void>;
  /** Opens the browser's menu of an element. */
  openMenu(selector: string): Promise<void>;
  /** Moves the mouse there and presses its button, in CSS pixels of the window. */
  press(x: number, y: number): Promise<void>;
  /** Presses keys one after the other, as WebDriver names them. They reach the page. */
  keys(...keys: readonly string[]): Promise<void>;
  /** The same when a frame of another process has the focus. */
  keysInFrame(...keys: readonly string[]): Promise<void>;
  value(selector: string): Promise<string>;
  /** Of an input in the one frame of the page. */
  valueInFrame(selector: string): Promise<string>;
  url(): Promise<string>;
  /** Runs a function in the page; it sees nothing of this file but its arguments. */
  run<Args extends readonly unknown[], Result>(script: (...args: Args) => Result, ...args: Args): Promise<Result>;
  /** The same with the rights of Firefox itself; what the function keeps in `globalThis` lives as long as the document. */
  runAsBrowser<Args extends readonly unknown[], Result>(
    script: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result>;
  clearCookies(): Promise<void>;
  readonly surface: Surface;
}

/** https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export function firefoxPage(marionette: Marionette): FirefoxPage {
  const { send, execute, executeAsBrowser } = marionette;

  async function find(selector: string): Promise<string> {
    let id = '';
    await expect(async () => {
      const { value } = (await send('WebDriver:FindElement', { using: 'css selector', value: selector })) as {
        readonly value: Readonly<Record<string, string>>;
      };
      id = value[ELEMENT]!;
    }, `the page shows ${selector}`).toPass({ timeout: 15_000 });
    return id;
  }

  async function valueOf(command: string, parameters: object = {}): Promise<string> {
    return String(((await send(command, parameters)) as { readonly value: unknown }).value);
  }

  async function valueOfInput(selector: string): Promise<string> {
    return valueOf('WebDriver:GetElementProperty', { id: await find(selector), name: 'value' });
  }

  async function keys(...names: readonly string[]): Promise<void> {
    const actions = names.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  return {
    async goto(url) {
      await send('WebDriver:Navigate', { url });
    },
    async reload() {
      await send('WebDriver:Refresh');
    },
    async fill(selector, text) {
      const id = await find(selector);
      await send('WebDriver:ElementClear', { id });
      await send('WebDriver:ElementSendKeys', { id, text });
    },
    async click(selector) {
      await send('WebDriver:ElementClick', { id: await find(selector) });
    },
    async hover(selector) {
      const actions = [{ type: 'pointerMove', x: 0, y: 0, origin: { [ELEMENT]: await find(selector) } }];
      await send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    async openMenu(selector) {
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin: { [ELEMENT]: await find(selector) } },
        { type: 'pointerDown', button: 2 },
        { type: 'pointerUp', button: 2 },
      ];
      await send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    async press(x, y) {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pause', duration: 50 },
        { type: 'pointerUp', button: 0 },
      ];
      const pressed = send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
      await pressed.catch((error: unknown) => {
        // What was pressed is gone, and Firefox's answer with it.
        if (!String(error).includes('message reply cannot be cloned')) throw error;
      });
    },
    keys,
    async keysInFrame(...names) {
      // As the browser: as the page they would stay in it.
      await send('Marionette:SetContext', { value: 'chrome' });
      await keys(...names);
      await send('Marionette:SetContext', { value: 'content' });
    },
    value: valueOfInput,
    async valueInFrame(selector) {
      await send('WebDriver:SwitchToFrame', { element: { [ELEMENT]: await find('iframe') } });
      try {
        return await valueOfInput(selector);
      } finally {
        await send('WebDriver:SwitchToFrame', { id: null });
      }
    },
    url: () => valueOf('WebDriver:GetCurrentURL'),
    run: async (script, ...args) => (await execute(`return (${script})(...arguments);`, args)) as never,
    async runAsBrowser(script, ...args) {
      // tsx wraps named functions in calls of this.
      const body = `const __name = (named) => named; return (${script})(...arguments);`;
      const parameters = { script: body, args, sandbox: 'system', newSandbox: false };
      return ((await send('WebDriver:ExecuteScript', parameters)) as { readonly value: unknown }).value as never;
    },
    surface: firefoxSurface(marionette, {
      window: 'globalThis.window',
      element: "Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser",
      execute,
    }),
    async clearCookies() {
      // WebDriver's own command leaves those of other paths.
      await executeAsBrowser('Services.cookies.removeAll();');
    },
  };
}
