import { attachToTarget } from './target-channel.ts';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { openPopup, pressToolbarButton, targets } from './chromium-popup.ts';
import type { Popup } from './popup.ts';

const LOCK_ALARM = 'auto-lock';

/** The unpacked extension in a Chromium of its own. */
export interface ChromiumExtension {
  /** Presses the toolbar button over a page, which grants the extension that tab, and waits for the popup. */
  openPopup(page: Page): Promise<Popup>;
  /** Waits for a popup that the extension opens by itself. */
  popupToOpen(): Promise<Popup>;
  /** Runs over a page what the shortcut runs. It grants nothing: only a real key press does. */
  runShortcut(page: Page): Promise<void>;
  openSettings(): Promise<Page>;
  /** Lets the browser grant a host without a prompt, which nothing answers in a browser without windows. */
  allowHost(pattern: string): Promise<void>;
  /** What stands on the toolbar button over a page. */
  badge(page: Page): Promise<string>;
  /** How long the vault stays open from now on when it isn't used. */
  secondsUntilLock(): Promise<number>;
  /** Lets the alarm that locks the vault go off now. */
  endIdleTime(): Promise<void>;
  /** Sets the clock of the background, until it is stopped. */
  setClock(aheadInMillis: number): Promise<void>;
  /** Lets the browser say that the user has locked the screen, or has come back. */
  tellIdleState(state: 'locked' | 'idle' | 'active'): Promise<void>;
  /** Ends the service worker, as Chromium does with one that is idle. */
  stopWorker(): Promise<void>;
  /** Waits until something has started the service worker, and it listens. */
  workerToRun(): Promise<void>;
}

/** Takes hold of the one extension of a browser. */
export async function chromiumExtension(context: BrowserContext): Promise<ChromiumExtension> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  const browser = await context.browser()!.newBrowserCDPSession();
  const place = { browser, extensionId };
  const workers = async () =>
    (await targets(browser)).filter((target) => target.type === 'service_worker' && target.url === worker.url());
  return {
    async openPopup(page) {
      await pressToolbarButton(place, page);
      return openPopup(place);
    },
    popupToOpen: () => openPopup(place),
    async runShortcut(page) {
      await page.bringToFront();
      await worker.evaluate(dispatchShortcut);
    },
    async openSettings() {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/src/options/index.html`);
      return page;
    },
    async allowHost(pattern) {
      const settings = await context.newPage();
      await settings.goto('chrome://extensions/');
      await settings.evaluate(addHostPermission, [extensionId, pattern] as const);
      await settings.close();
    },
    async badge(page) {
      await page.bringToFront();
      return worker.evaluate(badgeOfActiveTab);
    },
    secondsUntilLock: () =>
      worker.evaluate(async (alarm) => {
        const { scheduledTime } = (await chrome.alarms.get(alarm))!;
        return (scheduledTime - Date.now()) / 1000;
      }, LOCK_ALARM),
    endIdleTime: () => worker.evaluate((alarm) => chrome.alarms.create(alarm, { when: Date.now() }), LOCK_ALARM),
    setClock: (aheadInMillis) =>
      worker.evaluate((ahead) => {
        const realNow = Date.now;
        Date.now = () => realNow() + ahead;
      }, aheadInMillis),
    tellIdleState: (state) =>
      worker.evaluate((now) => {
        // Every event of Chromium has it; the types don't tell.
        const changed = chrome.idle.onStateChanged as unknown as { dispatch(state: string): void };
        changed.dispatch(now);
      }, state),
    async stopWorker() {
      const ids = (await workers()).map(({ targetId }) => targetId);
      await expect
        .poll(async () => {
          const running = (await workers()).filter(({ targetId }) => ids.includes(targetId));
          // One that is just starting hears nothing of the first call.
          for (const { targetId } of running) await browser.send('Target.closeTarget', { targetId });
          return running;
        }, 'stopped service workers')
        .toEqual([]);
    },
    async workerToRun() {
      await expect.poll(async () => (await workers()).length, 'running service workers').toBe(1);
      const channel = await attachToTarget(browser, (await workers())[0]!.targetId);
      // On a busy machine it runs for a while before it hears anything.
      await expect.poll(() => channel.evaluate('globalThis.chrome?.runtime?.onMessage.hasListeners()')).toBe(true);
    },
  };
}

function addHostPermission([id, pattern]: readonly [string, string]): Promise<void> {
  // The API of Chromium's own page of extensions.
  const { developerPrivate } = chrome as unknown as {
    readonly developerPrivate: { addHostPermission(id: string, pattern: string, done: () => void): void };
  };
  return new Promise((resolve) => {
    developerPrivate.addHostPermission(id, pattern, resolve);
  });
}

async function badgeOfActiveTab(): Promise<string> {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  return chrome.action.getBadgeText({ tabId: tab!.id! });
}

async function dispatchShortcut(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  // Every event of Chromium has it; the types don't tell.
  const command = chrome.commands.onCommand as unknown as { dispatch(command: string, tab: unknown): void };
  command.dispatch('fill-code', tab);
}
