import { writeFile } from 'node:fs/promises';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { type Popup, type PopupDocument, popupOf } from './popup.ts';
import { attachToTarget, type TargetChannel } from './target-channel.ts';

interface Place {
  /** The session of the whole browser. */
  readonly browser: CDPSession;
  readonly extensionId: string;
}

/**
 * Presses the extension's toolbar button over a page, which opens the popup there and grants activeTab.
 * `action.openPopup()` would open it without the grant.
 */
export async function pressToolbarButton({ browser, extensionId }: Place, page: Page): Promise<void> {
  await page.bringToFront();
  const tabs = (await targets(browser)).filter((target) => target.type === 'tab' && target.url === page.url());
  const [tab] = tabs;
  if (tab === undefined || tabs.length > 1) throw new Error(`${tabs.length} tabs show ${page.url()}`);
  const button = { id: extensionId, targetId: tab.targetId };
  // Too new for Playwright's types.
  await browser.send('Extensions.triggerAction' as 'Target.activateTarget', button as never);
}

/** Waits for the popup to open. */
export async function openPopup({ browser, extensionId }: Place): Promise<Popup> {
  const url = `chrome-extension://${extensionId}/src/popup/index.html`;
  const popups = async () => (await targets(browser)).filter((target) => target.type === 'page' && target.url === url);
  await expect.poll(async () => (await popups()).length, 'one popup is open').toBe(1);
  const channel = await attachToTarget(browser, (await popups())[0]!.targetId);
  return popupOf(popupDocument(channel));
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** Every target, with those that CDP leaves out by default, such as tabs. */
export async function targets(browser: CDPSession): Promise<readonly Target[]> {
  return (await browser.send('Target.getTargets', { filter: [{}] })).targetInfos;
}

function popupDocument(channel: TargetChannel): PopupDocument {
  let isClosed = false;
  void channel.closed.then(() => {
    isClosed = true;
  });
  async function closed({ withinMillis: timeout }: { readonly withinMillis: number }): Promise<void> {
    await expect.poll(() => isClosed, { message: 'the popup is closed', timeout }).toBe(true);
  }

  return {
    closed,
    async run(script, ...args) {
      const values = args.map((arg) => JSON.stringify(arg));
      return (await channel.evaluate(`(${script})(${['document', ...values].join(', ')})`)) as never;
    },
    async close() {
      await channel.evaluate('window.close()');
      await closed({ withinMillis: 5_000 });
    },
    press: (key) => pressKey(channel, key),
    async type(text) {
      await channel.send('Input.insertText', { text });
    },
    surface: {
      evaluate: channel.evaluate,
      async emulate({ colorScheme, forcedColors }) {
        const features = [
          { name: 'prefers-color-scheme', value: colorScheme },
          { name: 'forced-colors', value: forcedColors },
        ];
        await channel.send('Emulation.setEmulatedMedia', { features });
      },
      async picture(path) {
        const { data } = (await channel.send('Page.captureScreenshot')) as { readonly data: string };
        await writeFile(path, Buffer.from(data, 'base64'));
      },
    },
  };
}

const KEYS = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
} as const;

/** A key that closes the popup does so on its way down. */
async function pressKey(channel: TargetChannel, key: keyof typeof KEYS): Promise<void> {
  const downAndUp = async (): Promise<void> => {
    await channel.send('Input.dispatchKeyEvent', { type: 'keyDown', ...KEYS[key] });
    await channel.send('Input.dispatchKeyEvent', { type: 'keyUp', ...KEYS[key] });
  };
  await Promise.race([channel.closed, downAndUp()]);
}
