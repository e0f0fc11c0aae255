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
  /** Asks the background what the extension's own pages ask. */
  askBackground(name: string, input: unknown): Promise<unknown>;
}

interface Options {
  /** Where a proxy on this machine answers for all https sites, with a certificate of its own. */
  readonly proxyPort?: number;
}

export async function startFirefox({ proxyPort }: Options = {}): Promise<Firefox> {
  const manifest = JSON.parse(await readFile(join(EXTENSION, 'manifest.json'), 'utf8'));
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
    await marionette.send('Addon:Install', { path: EXTENSION, temporary: true });
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
      askBackground: (name, input) => popups.askBackground(name, input),
      [Symbol.asyncDispose]: () => end(() => marionette.send('Marionette:Quit', { flags: ['eForceQuit'] })),
    };
  } catch (error) {
    await end(() => firefox.kill());
    throw error;
  }
}

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
