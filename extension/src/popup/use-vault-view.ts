import { useEffect, useState } from 'preact/hooks';
import type { AccountDescription, FinishedCode, PageDescription } from '../messages.ts';
import { ask } from '../ui/ask.ts';
import { currentTabId } from './current-tab.ts';

export interface VaultView {
  readonly tabId: number | undefined;
  readonly page: PageDescription | undefined;
  readonly accounts: readonly AccountDescription[];
  readonly codes: Readonly<Record<string, FinishedCode>>;
}

/** All that the popup shows, and a way to read it anew after a change. `undefined` until the first reading is in. */
export function useVaultView(onLocked: () => void): { view: VaultView | undefined; reload: () => Promise<void> } {
  const [view, setView] = useState<VaultView>();

  async function reload(): Promise<void> {
    const tabId = view?.tabId ?? (await currentTabId());
    // The page first: reading it may tell that a site has accepted a staged account.
    const page = tabId === undefined ? undefined : await ask('readPage', { tabId });
    const [list, finished] = await Promise.all([ask('listAccounts'), ask('readCodes')]);
    if (!list.ok || !finished.ok) return onLocked();
    setView({ tabId, page, accounts: list.accounts, codes: finished.codes });
  }
  useEffect(() => void reload(), []);

  const nextChange = Math.min(...Object.values(view?.codes ?? {}).map((code) => code.validUntilInMillis));
  useEffect(() => {
    if (!Number.isFinite(nextChange)) return undefined;
    const timer = setTimeout(async () => {
      const finished = await ask('readCodes');
      if (!finished.ok) return onLocked();
      setView((current) => current && { ...current, codes: finished.codes });
    }, nextChange - Date.now());
    return () => clearTimeout(timer);
  }, [nextChange]);

  return { view, reload };
}
