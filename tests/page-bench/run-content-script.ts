import type { Page, Worker } from '@playwright/test';

/** Runs a script of the extension's build in its own world of a page, as the background does. */
export async function runContentScript(
  { page, worker }: { readonly page: Page; readonly worker: Worker },
  file: string,
) {
  await page.bringToFront();
  await worker.evaluate(async (path) => {
    const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
    await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, files: [path] });
  }, file);
}
