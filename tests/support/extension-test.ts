import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { type BrowserContext, chromium, test as base } from '@playwright/test';
import { chromiumExtension, type ChromiumExtension } from './chromium-extension.ts';
import { type Firefox, startFirefox } from './firefox.ts';
import { startVirtualDisplay, type VirtualDisplay } from './virtual-display.ts';

const EXTENSION = join(import.meta.dirname, '../../extension/dist/chrome');

interface Options {
  /** Whether Chromium shows windows, on a virtual display. */
  readonly headed: boolean;
  /** Whose texts the extension shows; the browsers of test machines speak English alone, so they take the place of those. */
  readonly language: string;
}

interface Fixtures {
  readonly display: VirtualDisplay | undefined;
  readonly context: BrowserContext;
  readonly lifeguard: ChromiumExtension;
  readonly firefox: Firefox;
}

/** Playwright's `test` in browsers with the extension; each test has a browser profile of its own. */
export const test = base.extend<Options & Fixtures>({
  headed: [false, { option: true }],
  language: ['en', { option: true }],

  display: async ({ headed }, use) => {
    if (!headed) return use(undefined);
    await using display = await startVirtualDisplay();
    await use(display);
  },

  context: async ({ display, language }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lifeguard-chromium-'));
    const extension = language === 'en' ? EXTENSION : await translated(join(folder, 'extension'), language);
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: await provideChromium({ log: console.error }),
      headless: display === undefined,
      env: { ...process.env, ...(display && { DISPLAY: display.name }) },
      args: [
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        // Chromium's sandbox refuses to work for root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    await use(context);
    await context.close();
    // The browser's last processes may still write there.
    await rm(folder, { recursive: true, maxRetries: 10 });
  },

  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),

  lifeguard: async ({ context }, use) => use(await chromiumExtension(context)),

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  firefox: async ({}, use) => {
    await using firefox = await startFirefox();
    await use(firefox);
  },
});

async function translated(folder: string, language: string): Promise<string> {
  await cp(EXTENSION, folder, { recursive: true });
  await cp(join(folder, `_locales/${language}/messages.json`), join(folder, '_locales/en/messages.json'));
  return folder;
}
