import { browser } from '../browser.ts';
import inlineScript from '../content/inline.iife.ts?script&iife';
import type { Message } from '../border.ts';
import type { SiteScripts } from './inline-sites.ts';

const INLINE_SCRIPT = inlineScript.replace(/^\//, '');
const ID = 'inline ';

/** The real browser's. The script runs in the page itself, never in frames. */
export const siteScripts: SiteScripts = {
  isGranted: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  async takeBack(pattern) {
    await browser.permissions.remove({ origins: [pattern] });
  },
  async registered() {
    const scripts = await browser.scripting.getRegisteredContentScripts();
    return scripts.filter(({ id }) => id.startsWith(ID)).map(({ id }) => id.slice(ID.length));
  },
  async register(pattern) {
    await browser.scripting.registerContentScripts([
      {
        id: `${ID}${pattern}`,
        matches: [pattern],
        js: [INLINE_SCRIPT],
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
    await inTabsOf(pattern, (tabId) => browser.scripting.executeScript({ target: { tabId }, files: [INLINE_SCRIPT] }));
  },
  async unregister(pattern) {
    await browser.scripting.unregisterContentScripts({ ids: [`${ID}${pattern}`] });
    await inTabsOf(pattern, (tabId) => browser.tabs.sendMessage(tabId, { name: 'hideChooser' } satisfies Message));
  },
};

/** Without the tabs that show an error, or that the browser has put to sleep. */
async function inTabsOf(pattern: string, work: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({ url: pattern });
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [work(id)])));
}
