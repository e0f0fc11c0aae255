import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideFirefox } from '@lifeguard/dev/prerequisites';
import { expect } from '@playwright/test';
import { firefoxPage, type FirefoxPage } from './firefox-page.ts';
import { firefoxPopups } from './firefox-popup.ts';
import { inNewWindow } from './firefox-window.ts';
import { connectToMarionette } from './marionette.ts';
import type { Popup } from './popup.ts';

const EXTENSION = join(import.meta.dirname, '../../extension/dist/firefox');
/** The host of the extension's pages, which Firefox draws by lot unless it is told. */
const HOST = '6f1c1d5e-52f3-4c0b-9c40-2d9a4f1f7c11';

/** Firefox with the extension, in a profile of its own. */
export interface Firefox extends AsyncDisposable {
  readonly page: FirefoxPage;
  /** Presses the toolbar button over the page, which grants the extension that tab, and waits for the popup. */
  openPopup(): Promise<Popup>;
  /** Chooses an item of the browser's own menu of an element, by its words. */
  chooseInMenu(selector: string, label: string): Promise<void>;
  /** The address of a page of the extension. */
  extensionUrl(path: string): string;
  /** Lets the browser grant a host without a prompt. */
  allowHost(pattern: string): Promise<void>;
  /** Opens a window by a press, and works on {@link page} there. It may close itself. */
  inNewWindow(open: () => Promise<void>, work: () => Promise<void>): Promise<void>;
  /** Closes the window that {@link inNewWindow} works in. */
  closeWindow(): Promise<void>;
  /** Waits for a popup that the extension opens by itself. */
  popupToOpen(): Promise<Popup>;
  /** Really presses the keys of the shortcut. */
  pressShortcut(): Promise<void>;
  /** Asks the background what the extension's own pages ask. */
  askBackground(name: string, input?: unknown): Promise<unknown>;
  /** Runs the body of an asynchronous function, with `arguments`, in a page of the extension that nobody sees. */
  runBehind(script: string, args?: readonly unknown[]): Promise<unknown>;
  /** What stands on the toolbar button over the page. */
  badge(): Promise<string>;
  /** How long the vault stays open from now on when it isn't used. */
  secondsUntilLock(): Promise<number>;
  /** Lets the alarm that locks the vault go off now. */
  endIdleTime(): Promise<void>;
  /** Sets the clock of the background, until it is stopped. */
  setClock(aheadInMillis: number): Promise<void>;
  /** Ends the background, as Firefox does with one that is idle. */
  stopBackground(): Promise<void>;
  /** Waits until something has started the background. */
  backgroundToRun(): Promise<void>;
  /** Opens a page of the extension in a tab of its own, and closes it. */
  inExtensionPage<Result>(path: string, work: (page: FirefoxPage) => Promise<Result>): Promise<Result>;
}

interface Options {
  /** The folder of a build, if not that of the one in English. */
  readonly extension?: string;
  /** Where a proxy on this machine answers for all https sites, with a certificate of its own. */
  readonly proxyPort?: number;
}

export async function startFirefox({ extension = EXTENSION, proxyPort }: Options = {}): Promise<Firefox> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const extensionId: string = manifest.browser_specific_settings.gecko.id;
  const profile = await mkdtemp(join(tmpdir(), 'lifeguard-firefox-'));
  await writeFile(join(profile, 'user.js'), preferences({ [extensionId]: HOST }, proxyPort));

  const command = await provideFirefox({ log: console.error });
  const options = ['-marionette', '--remote-allow-system-access', '-headless', '-no-remote', '-profile', profile];
  const firefox = spawn(command, options, { stdio: 'ignore', env: { ...process.env, HOME: profile } });
  const exited = once(firefox, 'exit');

  async function end(ask: () => unknown): Promise<void> {
    await ask();
    await exited;
    // Firefox's last processes may still write there.
    await rm(profile, { recursive: true, maxRetries: 10 });
  }

  try {
    const marionette = await connectToMarionette(await announcedPort(profile));
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: proxyPort !== undefined });
    await marionette.send('Addon:Install', { path: extension, temporary: true });
    const pageUrl = `moz-extension://${HOST}/src/options/index.html`;
    const popups = await firefoxPopups(marionette, { id: extensionId, pageUrl });
    const page = firefoxPage(marionette);
    return {
      page,
      openPopup: () => popups.open(),
      async chooseInMenu(selector, label) {
        await page.openMenu(selector);
        await expect
          .poll(() => marionette.executeAsBrowser(CHOOSE_IN_MENU, [label]), `“${label}” in the menu`)
          .toBe(true);
      },
      extensionUrl: (path) => `moz-extension://${HOST}/${path}`,
      async allowHost(pattern) {
        await marionette.executeAsBrowser(ALLOW_HOST, [extensionId, pattern]);
      },
      inNewWindow: (open, work) => inNewWindow(marionette, open, work),
      async closeWindow() {
        await marionette.send('WebDriver:CloseWindow');
      },
      popupToOpen: () => popups.toOpen(),
      async pressShortcut() {
        // As the browser: as the page they would stay in it.
        await marionette.send('Marionette:SetContext', { value: 'chrome' });
        const [ALT, SHIFT] = ['\uE00A', '\uE008'];
        const down = [ALT, SHIFT, 'L'].map((value) => ({ type: 'keyDown', value }));
        const up = down.map(({ value }) => ({ type: 'keyUp', value })).toReversed();
        const keys = { type: 'key', id: 'keyboard', actions: [...down, ...up] };
        await marionette.send('WebDriver:PerformActions', { actions: [keys] });
        await marionette.send('Marionette:SetContext', { value: 'content' });
      },
      askBackground: (name, input) => popups.askBackground(name, input),
      runBehind: (script, args) => popups.runBehind(script, args),
      badge: async () =>
        (await popups.runBehind(`
          const [tab] = (await browser.tabs.query({ active: true }));
          return browser.action.getBadgeText({ tabId: tab.id });`)) as string,
      secondsUntilLock: async () =>
        (await popups.runBehind(`
          const { scheduledTime } = await browser.alarms.get('auto-lock');
          return (scheduledTime - Date.now()) / 1000;`)) as number,
      async endIdleTime() {
        await popups.runBehind("await browser.alarms.create('auto-lock', { when: Date.now() });");
      },
      async setClock(aheadInMillis) {
        await popups.runBehind(
          `const background = await browser.runtime.getBackgroundPage();
          const realNow = background.Date.now;
          background.Date.now = () => realNow() + arguments[0];`,
          [aheadInMillis],
        );
      },
      async stopBackground() {
        await marionette.executeAsBrowser(STOP_BACKGROUND, [extensionId]);
      },
      async backgroundToRun() {
        await expect
          .poll(() => marionette.executeAsBrowser(BACKGROUND_STATE, [extensionId]), 'the background')
          .toBe('running');
      },
      async inExtensionPage(path, work) {
        const { handle } = (await marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as NewWindow;
        const { value: before } = (await marionette.send('WebDriver:GetWindowHandle')) as { readonly value: string };
        await marionette.send('WebDriver:SwitchToWindow', { handle });
        try {
          await page.goto(`moz-extension://${HOST}/${path}`);
          return await work(page);
        } finally {
          await marionette.send('WebDriver:CloseWindow');
          await marionette.send('WebDriver:SwitchToWindow', { handle: before });
        }
      },
      [Symbol.asyncDispose]: () => end(() => marionette.send('Marionette:Quit', { flags: ['eForceQuit'] })),
    };
  } catch (error) {
    await end(() => firefox.kill());
    throw error;
  }
}

interface NewWindow {
  readonly handle: string;
}

const STOP_BACKGROUND = `
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  return extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`;

const BACKGROUND_STATE = 'return WebExtensionPolicy.getByID(arguments[0]).extension.backgroundState;';

const CHOOSE_IN_MENU = `
  const menu = Services.wm.getMostRecentWindow('navigator:browser').document.getElementById('contentAreaContextMenu');
  const item = menu.state === 'open' && [...menu.querySelectorAll('menuitem')].find((one) => one.label === arguments[0]);
  if (item) menu.activateItem(item);
  return Boolean(item);`;

const ALLOW_HOST = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  return ExtensionPermissions.add(arguments[0], { permissions: [], origins: [arguments[1]] }, extension);`;

async function announcedPort(profile: string): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  let port = '';
  await expect
    .poll(async () => (port = await readFile(file, 'utf8').catch(() => '')), {
      message: 'Firefox tells its port',
      timeout: 60_000,
    })
    .toMatch(/^\d+$/);
  return Number(port);
}

/** No first-run pages and no calls home. */
function preferences(hosts: Readonly<Record<string, string>>, proxyPort: number | undefined): string {
  const proxy = { 'network.proxy.type': 1, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxyPort };
  const values = {
    ...(proxyPort === undefined ? {} : proxy),
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify(hosts),
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.update.enabled': false,
    'app.normandy.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,',
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
