import type { BrowserContext } from '@playwright/test';

/** What a person waits for in the popup, in milliseconds. */
interface PopupTimes {
  /** From opening it to the first that is seen. */
  readonly firstPaint: number;
  /** To the first account. */
  readonly list: number;
  /** From a key in the search to the accounts that it leaves, key by key. */
  readonly searchKeys: readonly number[];
}

const QUERY = 'person9';

/** Opens the popup's page in a tab, where times can be taken. */
export async function popupDocumentIn(context: BrowserContext, settingsUrl: string): Promise<PopupTimes> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('[data-testid="account"]') === null) return;
      observer.disconnect();
      performance.mark('list');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(settingsUrl.replace(/options\/index\.html.*$/, 'popup/index.html'));
  await page.locator('[data-testid="account"]').first().waitFor();
  const searchKeys: number[] = [];
  for (let typed = 1; typed <= QUERY.length; typed += 1) {
    searchKeys.push(await page.evaluate(millisUntilFound, QUERY.slice(0, typed)));
  }
  const times = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    list: performance.getEntriesByName('list')[0]!.startTime,
  }));
  await page.close();
  return { ...times, searchKeys };
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
