import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { type BrowserContext, chromium, type Frame } from '@playwright/test';
import type { CorpusPage } from './corpus-page.ts';
import { findAll, type FoundElement, openCorpusPage, prepareContext } from './open-page.ts';

const CONTENT_SCRIPT = join(import.meta.dirname, '../../extension/dist/chrome/src/content/lifeguard.iife.js');

/** A document of a page with what the content script tells of it. */
interface CapturedFrame {
  readonly origin: string;
  readonly signals: unknown;
}

/** A field by its document's place in the list and its handle there; handle -1 for one that no signals tell of. */
interface FieldPlace {
  readonly frame: number;
  readonly field: number;
}

export interface CapturedPage {
  readonly file: string;
  readonly frames: readonly CapturedFrame[];
  /** The boxes of each target of the label. */
  readonly targets: readonly (readonly FieldPlace[])[];
}

interface Signals {
  readonly fields: readonly {
    readonly index: number;
    readonly name: string;
    readonly id: string;
    readonly box: { readonly x: number; readonly y: number };
  }[];
}

/** How many pages are shown at once. */
const AT_ONCE = 4;

/** Reads pages without the extension. */
export async function* capturePages(corpus: string, pages: readonly CorpusPage[]): AsyncGenerator<CapturedPage> {
  const browser = await chromium.launch({
    executablePath: await provideChromium({ log: console.error }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    // The pages' own policies would forbid the script that reads them.
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
    await prepareContext(context);
    for (let place = 0; place < pages.length; place += AT_ONCE) {
      yield* await Promise.all(pages.slice(place, place + AT_ONCE).map((page) => capturePage(context, corpus, page)));
    }
  } finally {
    await browser.close();
  }
}

/** Reads a page as the extension would, by the built content script in the page's own world. */
async function capturePage(context: BrowserContext, corpus: string, label: CorpusPage): Promise<CapturedPage> {
  const page = await openCorpusPage(context, corpus, label);
  try {
    const frames = page.frames();
    const signals = await Promise.all(frames.map(readFrame));
    const place = async ({ frame, element }: FoundElement): Promise<FieldPlace> => {
      const index = frames.indexOf(frame);
      const field = await element.evaluate((input: HTMLInputElement) => {
        const { x, y } = input.getBoundingClientRect();
        return { name: input.name, id: input.id, x: Math.round(x), y: Math.round(y) };
      });
      const found = (signals[index] as Signals | undefined)?.fields.find(
        ({ name, id, box }) => name === field.name && id === field.id && box.x === field.x && box.y === field.y,
      );
      return { frame: index, field: found?.index ?? -1 };
    };
    const targets = [];
    for (const { selectors } of label.targets) {
      const found = [];
      for (const selector of selectors) found.push(...(await findAll(page, selector)));
      targets.push(await Promise.all(found.map(place)));
    }
    const origins = await Promise.all(frames.map((frame) => frame.evaluate(() => globalThis.origin)));
    return { file: label.file, frames: origins.map((origin, index) => ({ origin, signals: signals[index] })), targets };
  } finally {
    await page.close();
  }
}

async function readFrame(frame: Frame): Promise<unknown> {
  return frame.evaluate(readAsExtension, readFileSync(CONTENT_SCRIPT, 'utf8'));
}

/** Runs the content script with as much of the extension API as it uses to tell what it read. */
async function readAsExtension(script: string): Promise<unknown> {
  type Listener = (message: unknown, sender: unknown, answer: (reply: unknown) => void) => unknown;
  const listeners: Listener[] = [];
  const rootOf = (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('lifeguard test: shadow root of')];
  return new Promise((resolve, reject) => {
    const chrome = {
      dom: { openOrClosedShadowRoot: rootOf },
      runtime: {
        onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
        sendMessage: async ({ input }: { readonly input: { readonly signals: unknown } }) => resolve(input.signals),
      },
    };
    // oxlint-disable-next-line no-new-func -- the script is the product's own
    new Function('chrome', script)(chrome);
    for (const listener of listeners) {
      listener({ name: 'readFrame', input: { request: '', depth: 'all' } }, {}, (reply) => {
        if ((reply as { readonly ok: boolean }).ok === false) reject(new Error(JSON.stringify(reply)));
      });
    }
  });
}
