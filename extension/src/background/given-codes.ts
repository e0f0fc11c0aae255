import type { SerialQueue } from '../serial-queue.ts';
import type { StorageItem } from '../storage-item.ts';

/** The code of one time step that went to one document. */
export interface GivenCode {
  readonly step: number;
  readonly documentId: string;
}

export type GivenCodesByAccount = Readonly<Record<string, GivenCode>>;

export interface GivenCodes {
  /** The newest code of each account that a page has got. */
  all(): Promise<GivenCodesByAccount>;
  remember(accountId: string, given: GivenCode): Promise<void>;
}

/**
 * Which codes are spent: a site takes each code once (RFC 6238, section 5.2), so the one that went to another page already is
 * worth nothing to the next. In `storage.session`, without the codes themselves.
 */
export function openGivenCodes({
  item,
  queue,
}: {
  readonly item: StorageItem<GivenCodesByAccount>;
  readonly queue: SerialQueue;
}): GivenCodes {
  return {
    all: () => queue(item.get),
    remember: (accountId, given) => queue(async () => item.set({ ...(await item.get()), [accountId]: given })),
  };
}
