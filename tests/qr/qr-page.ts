import { join } from 'node:path';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { chromium, type Page } from '@playwright/test';
import { serveFolder } from './serve-folder.ts';

const BUILT = join(import.meta.dirname, '../../extension/dist/qr-page');

/** What the extension reads in a picture; `texts` is absent where it is none. */
interface QrReading {
  readonly texts?: readonly string[];
  readonly size: readonly [width: number, height: number];
  readonly millis: number;
}

/** A page of Chromium with the extension's own code for pictures. */
export interface QrPage extends AsyncDisposable {
  readonly page: Page;
  /** @param source the picture as a data URL */
  read(source: string): Promise<QrReading>;
}

export async function openQrPage(): Promise<QrPage> {
  const site = await serveFolder(BUILT);
  const browser = await chromium.launch({
    executablePath: await provideChromium({ log: console.error }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  await page.goto(`${site.url}index.html`);
  await page.waitForFunction(() => 'readPicture' in globalThis);
  return {
    page,
    read: (source) =>
      page.evaluate((one) => {
        const { readPicture } = globalThis as unknown as { readPicture: (source: string) => Promise<QrReading> };
        return readPicture(one);
      }, source),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await site.close();
    },
  };
}
