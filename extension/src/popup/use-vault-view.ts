import { useEffect, useState } from 'preact/hooks';
import type { AccountDescription } from '../messages/account-views-api.ts';
import type { PageDescription } from '../messages/tab-api.ts';
import { ask } from '../ui/ask.ts';
import { currentTabId } from './current-tab.ts';

export interface VaultView {
  readonly tabId: number | undefined;
  readonly page: PageDescription | undefined;
  /** Those that may be filled on this page, or keep what it shows. */
  readonly accounts: readonly AccountDescription[];
  /** How many there are in all. */
  readonly total: number;
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
}

/** All that the popup shows, and a way to read it anew after a change. `undefined` until the first reading is in. */
export function useVaultView(onLocked: () => void): { view: VaultView | undefined; reload: () => Promise<void> } {
  const [view, setView] = useState<VaultView>();

  async function reload(): Promise<void> {
    const tabId = view?.tabId ?? (await currentTabId());
    // The page first: reading it may tell that a site has accepted a staged account.
    const page = tabId === undefined ? undefined : await ask('readPage', { tabId });
    const ids = new Set([...(page?.accountIds ?? []), ...(page?.recovery?.accountIds ?? [])]);
    const list = await ask('listAccounts', { ids: [...ids] });
    if (!list.ok) return onLocked();
    const { accounts, total } = list;
    setView((before) => ({ tabId, page, accounts, total, revision: (before?.revision ?? 0) + 1 }));
  }
  useEffect(() => void reload(), []);

  return { view, reload };
}
