import { browser } from '../browser.ts';

/** Opens the options page at one of its places; it is long. */
export async function openSettingsAt(place: 'save-backup' | 'try-backup' | 'import' | 'pools'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`src/options/index.html#${place}`) });
  window.close();
}
