import { type ImportPreview, previewImport } from '../import/preview-import.ts';
import type { AccountNames } from '../account-name.ts';
import type { ImportDescription, PageApi } from '../messages.ts';
import type { StorageItem } from '../storage-item.ts';
import { newAccount, otpKeyOf } from '../vault/account.ts';
import type { BackupRecord } from './backup-requests.ts';
import type { Vault } from '../vault/vault.ts';

type ImportRequests = Pick<PageApi, 'previewImport' | 'importAccounts' | 'undoImport'>;

export interface ImportPorts {
  readonly vault: Pick<Vault, 'accounts' | 'update'>;
  /** The ids of the accounts of the newest import. */
  readonly lastImport: StorageItem<readonly string[]>;
  readonly backup: StorageItem<BackupRecord>;
  readonly now: () => number;
  readonly randomId: () => string;
}

/** Answers to the page that has read the export of another app. No answer holds a secret. */
export function importRequests({ vault, lastImport, backup, now, randomId }: ImportPorts): ImportRequests {
  /** A backup from which accounts came is one that opens, and holds them. */
  async function noteBackup(ids: readonly string[]): Promise<void> {
    const record = await backup.get();
    await backup.set({ ...record, triedAtInMillis: now(), accountIds: [...record.accountIds, ...ids] });
  }

  return {
    async previewImport({ imported }) {
      const accounts = await vault.accounts();
      if (accounts === undefined) return { ok: false, reason: 'locked' };
      return { ok: true, preview: describe(previewImport(imported, accounts.map(otpKeyOf))) };
    },

    async importAccounts({ imported, isBackup = false }) {
      const held = await vault.accounts();
      if (held === undefined) return { ok: false, reason: 'locked' };
      // What adds nothing leaves the import before it to be undone.
      if (previewImport(imported, held.map(otpKeyOf)).accepted.length === 0) return { ok: true, added: 0 };
      const ids = new Map(imported.entries.map((entry) => [entry, randomId()]));
      // Before they are written, so that no end of the background leaves an import that can't be undone.
      await lastImport.set([...ids.values()]);
      let added = 0;
      const wasUnlocked = await vault.update((accounts) => {
        const { accepted } = previewImport(imported, accounts.map(otpKeyOf));
        added = accepted.length;
        return [
          ...accounts,
          ...accepted.map((entry) =>
            newAccount(ids.get(entry)!, {
              key: entry.key,
              origins: [],
              ...entry.bindings,
              tags: entry.tags ?? [],
              ...(entry.pool !== undefined && { pool: entry.pool }),
              ...(entry.foundAs && { foundAs: entry.foundAs }),
              recoveryCodes: entry.recoveryCodes ?? [],
              state: 'active',
              createdAtInMillis: now(),
            }),
          ),
        ];
      });
      if (!wasUnlocked) return { ok: false, reason: 'locked' };
      if (isBackup) await noteBackup([...ids.values()]);
      return { ok: true, added };
    },

    async undoImport() {
      const ids = new Set(await lastImport.get());
      let removed = 0;
      const wasUnlocked = await vault.update(
        (accounts) => {
          const kept = accounts.filter(({ id }) => !ids.has(id));
          removed = accounts.length - kept.length;
          return kept;
        },
        { removes: true },
      );
      if (!wasUnlocked) return { ok: false, reason: 'locked' };
      await lastImport.set([]);
      return { ok: true, removed };
    },
  };
}

function describe({ accepted, duplicates, rejected, skipped, batches }: ImportPreview): ImportDescription {
  return {
    accepted: accepted.map((entry) => ({ ...namesOf(entry), origins: entry.bindings?.origins ?? [] })),
    duplicates: duplicates.map((entry) => ({ ...namesOf(entry), heldBy: entry.heldBy })),
    rejected,
    skipped,
    batches,
  };
}

function namesOf({ key: { issuer, account } }: { readonly key: AccountNames }): AccountNames {
  return { issuer, account };
}
