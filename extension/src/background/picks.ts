import type { PageFrame } from '../fill/page-frame.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import type { StorageItem } from '../storage-item.ts';
import type { Account } from '../vault/account.ts';
import type { Vault } from '../vault/vault.ts';
import type { ContentSender } from './dispatch.ts';
import { type Frames, orGone } from './frames.ts';

/** The documents that were asked for a pick, by tab. */
export type PicksByTab = Readonly<Record<number, readonly string[]>>;

export interface PicksPorts {
  /** In `storage.session`. */
  readonly item: StorageItem<PicksByTab>;
  readonly vault: Pick<Vault, 'update'>;
  readonly frames: Pick<Frames, 'ask'>;
}

/** The fields that users name themselves, one for each site. */
export interface Picks {
  /** Lets the user name a field in one of these documents. */
  begin(tabId: number, frames: readonly PageFrame[]): Promise<void>;
  /** Keeps what a document reports, if it was asked. Reports of others are dropped. @returns whether it is kept */
  accept(report: unknown, sender: ContentSender): Promise<boolean>;
  /** The same documents, with the fields that were named at their origins. */
  find(tabId: number, frames: readonly PageFrame[], accounts: readonly Account[]): Promise<readonly PageFrame[]>;
}

const MAX_SELECTOR = 1000;

export function openPicks({ item, vault, frames: { ask } }: PicksPorts): Picks {
  return {
    async begin(tabId, frames) {
      await item.set({ ...(await item.get()), [tabId]: frames.map(({ documentId }) => documentId) });
      for (const { documentId } of frames) await orGone(ask({ tabId, documentId }, 'pickField'));
    },

    async accept(report, { tabId, documentId, origin }) {
      const { [tabId]: asked = [], ...others } = await item.get();
      const { selector } = report as { selector?: unknown };
      if (!asked.includes(documentId) || typeof selector !== 'string' || selector.length > MAX_SELECTOR) return false;
      await item.set(others);
      return vault.update((accounts) =>
        accounts.map((account) => (isBoundTo(account, origin) ? withField(account, { origin, selector }) : account)),
      );
    },

    find: (tabId, frames, accounts) =>
      Promise.all(
        frames.map(async (frame) => {
          const named = accounts.flatMap(({ fields }) => fields).find(({ origin }) => origin === frame.origin);
          if (named === undefined) return frame;
          const { documentId } = frame;
          // A document that goes away in the meantime has no field.
          const pickedField = await ask({ tabId, documentId }, 'findField', { selector: named.selector }).catch(
            () => undefined,
          );
          return { ...frame, pickedField };
        }),
      ),
  };
}

function withField(account: Account, field: Account['fields'][number]): Account {
  return { ...account, fields: [...account.fields.filter(({ origin }) => origin !== field.origin), field] };
}
