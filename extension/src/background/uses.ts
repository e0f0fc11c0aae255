import type { SerialQueue } from '../serial-queue.ts';
import type { StorageItem } from '../storage-item.ts';

/** When each account was used last, in Unix milliseconds, by id: ids are random and say nothing about accounts. */
export type UsesByAccount = Readonly<Record<string, number>>;

export interface Uses {
  all(): Promise<UsesByAccount>;
  note(accountId: string): Promise<void>;
  /** Forgets accounts that are no longer there. */
  keepOnly(accountIds: readonly string[]): Promise<void>;
}

/** By which accounts the list begins. In `storage.local`, beside the vault: a use is no reason to write that. */
export function openUses({
  item,
  queue,
  now,
}: {
  readonly item: StorageItem<UsesByAccount>;
  readonly queue: SerialQueue;
  readonly now: () => number;
}): Uses {
  return {
    all: () => queue(item.get),
    note: (accountId) => queue(async () => item.set({ ...(await item.get()), [accountId]: now() })),
    keepOnly: (accountIds) =>
      queue(async () => {
        const kept = Object.entries(await item.get()).filter(([id]) => accountIds.includes(id));
        await item.set(Object.fromEntries(kept));
      }),
  };
}
