import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { type BrowserContext, chromium, test as base } from '@playwright/test';
import { chromiumExtension, type ChromiumExtension } from './chromium-extension.ts';
import { type EverySite, serveEverySite } from './every-site.ts';
import { type Firefox, startFirefox } from './firefox.ts';
import { startVirtualDisplay, type VirtualDisplay } from './virtual-display.ts';

const BUILDS = join(import.meta.dirname, '../../extension/dist');

interface Options {
  /** Whether Chromium shows windows, on a virtual display. */
  readonly headed: boolean;
  /** Whose texts the extension shows; the browsers of test machines speak English alone, so they take the place of those. */
  readonly language: string;
  /** Whether every https site is one that the test makes up. */
  readonly everySite: boolean;
}

interface Fixtures {
  readonly display: VirtualDisplay | undefined;
  readonly sites: EverySite | undefined;
  readonly context: BrowserContext;
  readonly lifeguard: ChromiumExtension;
  readonly firefox: Firefox;
}

/** Playwright's `test` in browsers with the extension; each test has a browser profile of its own. */
export const test = base.extend<Options & Fixtures>({
  headed: [false, { option: true }],
  language: ['en', { option: true }],
  everySite: [false, { option: true }],

  sites: async ({ everySite }, use) => {
    if (!everySite) return use(undefined);
    await using sites = await serveEverySite();
    await use(sites);
  },

  display: async ({ headed }, use) => {
    if (!headed) return use(undefined);
    await using display = await startVirtualDisplay();
    await use(display);
  },

  context: async ({ display, language, sites }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lifeguard-chromium-'));
    const extension = await buildIn(language, { browser: 'chrome', folder: join(folder, 'extension') });
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: await provideChromium({ log: console.error }),
      headless: display === undefined,
      env: { ...process.env, ...(display && { DISPLAY: display.name }) },
      args: [
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        // Chromium's sandbox refuses to work for root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(sites ? [`--proxy-server=127.0.0.1:${sites.proxyPort}`, '--ignore-certificate-errors'] : []),
      ],
    });
    await use(context);
    await context.close();
    // The browser's last processes may still write there.
    await rm(folder, { recursive: true, maxRetries: 10 });
  },

  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),

  lifeguard: async ({ context }, use) => use(await chromiumExtension(context)),

  firefox: async ({ language, sites }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lifeguard-extension-'));
    {
      const extension = await buildIn(language, { browser: 'firefox', folder });
      await using firefox = await startFirefox({ extension, ...(sites && { proxyPort: sites.proxyPort }) });
      await use(firefox);
    }
    await rm(folder, { recursive: true });
  },
});

interface Build {
  readonly browser: 'chrome' | 'firefox';
  /** For a copy. */
  readonly folder: string;
}

async function buildIn(language: string, { browser, folder }: Build): Promise<string> {
  const build = join(BUILDS, browser);
  if (language === 'en') return build;
  await cp(build, folder, { recursive: true });
  await cp(join(folder, `_locales/${language}/messages.json`), join(folder, '_locales/en/messages.json'));
  return folder;
}
