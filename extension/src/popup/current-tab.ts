import { browser } from '../browser.ts';

/** The tab that the popup hangs on. */
export async function currentTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}
