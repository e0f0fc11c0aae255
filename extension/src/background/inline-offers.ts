import type { WantedElsewhere } from '../fill/choose-code-field.ts';
import type { SerialQueue } from '../serial-queue.ts';
import type { StorageItem } from '../storage-item.ts';
import type { ChooserSender, ContentSender } from './dispatch.ts';

/** What one chooser was made for: one field of one document of a tab. */
export interface InlineOffer {
  /** Known to the content script of that document and to the chooser that it opens, to nothing else. */
  readonly challenge: string;
  readonly documentId: string;
  readonly origin: string;
  readonly boxes: readonly number[];
  readonly wants: 'totp' | WantedElsewhere;
  /** The one document that has brought the challenge. */
  readonly chooserId?: string;
  /** Whether its code is on its way. */
  readonly isTaken?: boolean;
}

export type InlineOffersByTab = Readonly<Record<number, InlineOffer>>;

/** The newest offer of each tab. In `storage.session`. */
export interface InlineOffers {
  in(tabId: number): Promise<InlineOffer | undefined>;
  /** By tab. */
  all(): Promise<InlineOffersByTab>;
  make(sender: ContentSender, offer: Pick<InlineOffer, 'challenge' | 'boxes' | 'wants'>): Promise<void>;
  /** Gives an offer to the chooser that brings its challenge, once. */
  open(challenge: unknown, chooser: ChooserSender): Promise<InlineOffer | undefined>;
  /** The offer that a chooser was given. */
  of(chooser: ChooserSender): Promise<InlineOffer | undefined>;
  /** The same, for one choice at a time: `undefined` until the one before is given back. */
  take(chooser: ChooserSender): Promise<InlineOffer | undefined>;
  giveBack(chooser: ChooserSender): Promise<void>;
  end(tabId: number): Promise<void>;
}

export function openInlineOffers({
  item,
  queue,
}: {
  readonly item: StorageItem<InlineOffersByTab>;
  readonly queue: SerialQueue;
}): InlineOffers {
  async function find(tabId: number): Promise<InlineOffer | undefined> {
    return (await item.get())[tabId];
  }

  async function of({ tabId, documentId }: ChooserSender): Promise<InlineOffer | undefined> {
    const offer = await find(tabId);
    return offer?.chooserId === documentId ? offer : undefined;
  }

  async function put(tabId: number, offer: InlineOffer): Promise<InlineOffer> {
    await item.set({ ...(await item.get()), [tabId]: offer });
    return offer;
  }

  return {
    in: (tabId) => queue(() => find(tabId)),
    all: () => queue(item.get),
    of: (chooser) => queue(() => of(chooser)),
    make: ({ tabId, documentId, origin }, offer) =>
      queue(async () => void (await put(tabId, { ...offer, documentId, origin }))),
    open: (challenge, { tabId, documentId }) =>
      queue(async () => {
        const offer = await find(tabId);
        if (offer === undefined || offer.challenge !== challenge || offer.chooserId !== undefined) return undefined;
        return put(tabId, { ...offer, chooserId: documentId });
      }),
    take: (chooser) =>
      queue(async () => {
        const offer = await of(chooser);
        return offer === undefined || offer.isTaken ? undefined : put(chooser.tabId, { ...offer, isTaken: true });
      }),
    giveBack: (chooser) =>
      queue(async () => {
        const offer = await of(chooser);
        if (offer !== undefined) await put(chooser.tabId, { ...offer, isTaken: false });
      }),
    end: (tabId) =>
      queue(async () => {
        const { [tabId]: ended, ...others } = await item.get();
        if (ended !== undefined) await item.set(others);
      }),
  };
}
