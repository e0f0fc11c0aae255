import { browser } from '../browser.ts';
import { SETTINGS_PAGE } from '../settings-place.ts';

const HASH = '#unlock-with-passkey';

/** Whether this page stands in a tab. A popup closes when a dialog of the system takes the focus, and the request for the passkey with it. */
export async function isInTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}

/** Goes on in a tab beside the one that the popup hangs on, which the browser comes back to. */
export async function openPasskeyTab(): Promise<void> {
  const [beside] = await browser.tabs.query({ active: true, currentWindow: true });
  await browser.tabs.create({
    url: browser.runtime.getURL(`${SETTINGS_PAGE}${HASH}`),
    ...(beside?.id !== undefined && { openerTabId: beside.id, index: beside.index + 1 }),
  });
  window.close();
}

/** Whether this page is that tab. */
export function isPasskeyTab(): boolean {
  return location.hash === HASH;
}

export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
