import type { SerialQueue } from '../serial-queue.ts';
import type { StorageItem } from '../storage-item.ts';

/** Recovery codes that a page has shown before the account was there. */
interface CodesOfTab {
  readonly origin: string;
  readonly codes: readonly string[];
}

export type HeldCodesByTab = Readonly<Record<number, CodesOfTab>>;

export interface HeldCodes {
  hold(tabId: number, held: CodesOfTab): Promise<void>;
  /** Those that a tab waits with for an account of an origin. */
  find(tabId: number, origin: string): Promise<readonly string[]>;
  /** They are kept now, or the tab is closed. */
  end(tabId: number): Promise<void>;
  /** The vault is locked. */
  clear(): Promise<void>;
}

/**
 * Recovery codes that the user has asked to be kept with the account that is set up next in that tab. In `storage.session`, where the
 * data key of the vault is, and no longer than that.
 */
export function openHeldCodes({
  item,
  queue,
}: {
  readonly item: StorageItem<HeldCodesByTab>;
  readonly queue: SerialQueue;
}): HeldCodes {
  return {
    hold: (tabId, held) => queue(async () => item.set({ ...(await item.get()), [tabId]: held })),
    async find(tabId, origin) {
      const { [tabId]: held } = await queue(item.get);
      return held?.origin === origin ? held.codes : [];
    },
    end: (tabId) =>
      queue(async () => {
        const { [tabId]: held, ...others } = await item.get();
        if (held !== undefined) await item.set(others);
      }),
    clear: () => queue(() => item.set({})),
  };
}
