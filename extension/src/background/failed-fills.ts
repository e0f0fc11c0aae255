import type { FillRefusal } from '../fill/decide-fill.ts';
import type { FillFailure } from '../fill/ladder.ts';
import type { StorageItem } from '../storage-item.ts';

type FailedFill = FillFailure | FillRefusal;

export type FailedFillsByTab = Readonly<Record<number, FailedFill>>;

/** Why the keyboard command filled nothing, until the popup that it opens has told. In `storage.session`. */
export interface FailedFills {
  remember(tabId: number, reason: FailedFill): Promise<void>;
  take(tabId: number): Promise<FailedFill | undefined>;
}

export function openFailedFills(item: StorageItem<FailedFillsByTab>): FailedFills {
  return {
    remember: async (tabId, reason) => item.set({ ...(await item.get()), [tabId]: reason }),
    async take(tabId) {
      const { [tabId]: reason, ...others } = await item.get();
      if (reason !== undefined) await item.set(others);
      return reason;
    },
  };
}
