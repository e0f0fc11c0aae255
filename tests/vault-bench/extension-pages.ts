import type { BrowserContext, Page } from '@playwright/test';

interface PopupTimes {
  /** From the start of the navigation to the first account, in milliseconds. */
  readonly list: number;
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
  return { list: await listTime(page), searchKeys };
}

/** From the start of the navigation to the first account, in milliseconds. */
export async function settingsListIn(context: BrowserContext, settingsUrl: string): Promise<number> {
  await using page = await openPage(context, settingsUrl, SETTINGS);
  return await listTime(page);
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

function listTime(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('list')[0]!.startTime);
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
