import { browser } from '../browser.ts';

/** Shows the tab of this page, as a new tab would be shown. */
export async function comeToFront(): Promise<void> {
  const { id, windowId } = await browser.tabs.getCurrent();
  await browser.tabs.update(id, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}
