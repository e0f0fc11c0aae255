import { parseArgs } from 'node:util';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { chromium } from '@playwright/test';
import { captureSignals } from './capture-signals.ts';
import { readPages } from './corpus-page.ts';
import { prepareContext } from './open-page.ts';

// Shows pages of the corpus of fields for one-time codes in a browser, and prints a line of JSON for each.
const { values, positionals } = parseArgs({ options: { corpus: { type: 'string' } }, allowPositionals: true });
const pages = readPages(values.corpus!, positionals);
const browser = await chromium.launch({
  executablePath: await provideChromium({ log: console.error }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const context = await browser.newContext({
  viewport: { width: 1280, height: 900 },
  serviceWorkers: 'block',
  bypassCSP: true,
});
await prepareContext(context);
const queue = [...pages];
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      console.log(JSON.stringify(await captureSignals(context, values.corpus!, page)));
    }
  }),
);
await browser.close();
