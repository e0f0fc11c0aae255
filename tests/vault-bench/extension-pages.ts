import type { BrowserContext, Page } from '@playwright/test';

/** What a person waits for in a page of the extension, in milliseconds. */
interface PageTimes {
  /** From the start of the navigation until the page has painted its first content, and the browser can show it. */
  readonly firstPaint: number;
  /** Until the browser has shown it. */
  readonly firstShown: number;
  /** To the first account. */
  readonly list: number;
}

export type FirstPaint = Pick<PageTimes, 'firstPaint' | 'firstShown'>;

interface PopupTimes extends PageTimes {
  /** From a key in the search to the accounts that it leaves, key by key. */
  readonly searchKeys: readonly number[];
}

const QUERY = 'person9';

const POPUP = { path: 'popup/index.html', account: '[data-testid="account"]' };
const SETTINGS = { path: 'options/index.html', account: '.account-sites' };

/** Opens the popup's page in a tab, where times can be taken. */
export async function popupDocumentIn(context: BrowserContext, settingsUrl: string): Promise<PopupTimes> {
  await using page = await openPage(context, settingsUrl, POPUP);
  const searchKeys: number[] = [];
  for (let typed = 1; typed <= QUERY.length; typed += 1) {
    searchKeys.push(await page.evaluate(millisUntilFound, QUERY.slice(0, typed)));
  }
  return { ...(await timesOf(page)), searchKeys };
}

export async function settingsDocumentIn(context: BrowserContext, settingsUrl: string): Promise<PageTimes> {
  await using page = await openPage(context, settingsUrl, SETTINGS);
  return await timesOf(page);
}

/** The same of a text file of the extension: what the browser itself takes for a page of it. */
export async function textFileIn(context: BrowserContext, settingsUrl: string): Promise<FirstPaint> {
  await using page = await context.newPage();
  await page.goto(new URL('/managed-schema.json', settingsUrl).href);
  return await firstPaintOf(page);
}

async function openPage(
  context: BrowserContext,
  settingsUrl: string,
  { path, account }: typeof POPUP,
): Promise<Page & AsyncDisposable> {
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      performance.mark('list');
    }).observe(document, { childList: true, subtree: true });
  }, account);
  await page.goto(settingsUrl.replace(/options\/index\.html.*$/, path));
  await page.locator(account).first().waitFor();
  return page;
}

async function timesOf(page: Page): Promise<PageTimes> {
  const list = await page.evaluate(() => performance.getEntriesByName('list')[0]!.startTime);
  return { ...(await firstPaintOf(page)), list };
}

async function firstPaintOf(page: Page): Promise<FirstPaint> {
  // It is told after the frame.
  return (await page.waitForFunction(readFirstPaint)).jsonValue() as Promise<FirstPaint>;
}

/** Runs in the page. @see https://w3c.github.io/paint-timing/#the-paint-timing-mixin */
export function readFirstPaint(): FirstPaint | undefined {
  const [entry] = performance.getEntriesByName('first-contentful-paint') as (PerformanceEntry & PaintTimes)[];
  return entry && { firstPaint: entry.paintTime, firstShown: entry.presentationTime };
}

interface PaintTimes {
  readonly paintTime: number;
  readonly presentationTime: number;
}

async function millisUntilFound(query: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('#search')!;
  const begin = performance.now();
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const list = document.querySelector('.accounts')!;
  while (![...list.querySelectorAll('.names')].every((names) => names.textContent!.includes(query))) {
    await new Promise((resolve) => {
      new MutationObserver(resolve).observe(list, { childList: true, subtree: true, characterData: true });
    });
  }
  // What has changed is painted with the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - begin;
}
