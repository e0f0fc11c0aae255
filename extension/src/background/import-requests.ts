import type { AccountBindings } from '../account-bindings.ts';
import type { ImportedEntry } from '../import/import-result.ts';
import { type ImportPreview, keyIdentity, previewImport } from '../import/preview-import.ts';
import type { AccountNames } from '../account-name.ts';
import type { ImportApi, ImportDescription } from '../messages/import-api.ts';
import { serialQueue } from '../serial-queue.ts';
import type { StorageItem } from '../storage-item.ts';
import { type Account, newAccount, otpKeyOf } from '../vault/account.ts';
import { coveredDomainsOf } from '../vault/upgrade-account.ts';
import type { BackupRecord } from './backup-requests.ts';
import { digestOf, restoredCodes, textOfCodes } from './restored-codes.ts';
import type { Vault } from '../vault/vault.ts';

/** What the newest import has brought, and its undoing takes back. */
export interface LastImport {
  readonly accountIds: readonly string[];
  /** By the id of the account that got them: the digest of its recovery codes. */
  readonly restoredCodes: Readonly<Record<string, string>>;
}

export const NO_IMPORT: LastImport = { accountIds: [], restoredCodes: {} };

export interface ImportPorts {
  readonly vault: Pick<Vault, 'accounts' | 'update'>;
  readonly lastImport: StorageItem<LastImport>;
  readonly backup: StorageItem<BackupRecord>;
  readonly now: () => number;
  readonly randomId: () => string;
}

/** Answers to the page that has read the export of another app. No answer holds a secret. */
export function importRequests({ vault, lastImport, backup, now, randomId }: ImportPorts): ImportApi {
  /** One import or undoing after the other: each goes by what the one before has left, in the vault and to be undone. */
  const queue = serialQueue();

  /** A backup from which accounts came is one that opens, and holds them. */
  async function noteBackup(ids: readonly string[]): Promise<void> {
    const record = await backup.get();
    await backup.set({ ...record, triedAtInMillis: now(), accountIds: [...record.accountIds, ...ids] });
  }

  const requests: ImportApi = {
    async previewImport({ imported }) {
      const accounts = await vault.accounts();
      if (accounts === undefined) return { ok: false, reason: 'locked' };
      const preview = previewImport(imported, accounts.map(otpKeyOf));
      return { ok: true, preview: describe(preview, keysOf(accounts, restoredCodes(imported, accounts))) };
    },

    async importAccounts({ imported, isBackup = false }) {
      const held = await vault.accounts();
      if (held === undefined) return { ok: false, reason: 'locked' };
      const digests: Record<string, string> = {};
      for (const [id, codes] of restoredCodes(imported, held)) digests[id] = await digestOf(textOfCodes(codes));
      const isNew = previewImport(imported, held.map(otpKeyOf)).accepted.length > 0;
      // What adds nothing leaves the import before it to be undone.
      if (!isNew && Object.keys(digests).length === 0) return { ok: true, added: 0, restored: 0 };
      const ids = new Map(imported.entries.map((entry) => [entry, randomId()]));
      // Before they are written, so that no end of the background leaves an import that can't be undone.
      const before = await lastImport.get();
      await lastImport.set({ accountIds: [...ids.values()], restoredCodes: digests });
      let added = 0;
      let restored = 0;
      let isDone = false;
      try {
        isDone = await vault.update((accounts) => {
          const { accepted } = previewImport(imported, accounts.map(otpKeyOf));
          const codes = restoredCodes(imported, accounts);
          added = accepted.length;
          restored = codes.size;
          return [
            ...accounts.map((account) => {
              const recoveryCodes = codes.get(account.id);
              return recoveryCodes === undefined ? account : { ...account, recoveryCodes };
            }),
            ...accepted.map((entry) =>
              newAccount(ids.get(entry)!, {
                key: entry.key,
                ...bindingsOf(entry),
                tags: entry.tags ?? [],
                ...(entry.pool !== undefined && { pool: entry.pool }),
                ...(entry.foundAs && { foundAs: entry.foundAs }),
                recoveryCodes: entry.recoveryCodes ?? [],
                formerKeys: entry.formerKeys ?? [],
                state: entry.state ?? 'active',
                createdAtInMillis: now(),
              }),
            ),
          ];
        });
      } finally {
        if (!isDone || added + restored === 0) await lastImport.set(before);
      }
      if (!isDone) return { ok: false, reason: 'locked' };
      if (isBackup) await noteBackup([...ids.values(), ...Object.keys(digests)]);
      return { ok: true, added, restored };
    },

    async canUndoImport() {
      const { accountIds, restoredCodes: digests } = await lastImport.get();
      const held = (await vault.accounts()) ?? [];
      return held.some(({ id }) => accountIds.includes(id) || Object.hasOwn(digests, id));
    },

    async undoImport() {
      const { accountIds, restoredCodes: digests } = await lastImport.get();
      const ids = new Set(accountIds);
      const held = await vault.accounts();
      if (held === undefined) return { ok: false, reason: 'locked' };
      /** What the site has handed out since then stays. */
      const untouched = new Map<string, string>();
      for (const { id, recoveryCodes } of held) {
        const codes = textOfCodes(recoveryCodes);
        if (digests[id] === (await digestOf(codes))) untouched.set(id, codes);
      }
      let removed = 0;
      let stripped = 0;
      const wasUnlocked = await vault.update(
        (accounts) => {
          const kept = accounts.filter(({ id }) => !ids.has(id));
          removed = accounts.length - kept.length;
          const losers = kept.filter(({ id, recoveryCodes }) => untouched.get(id) === textOfCodes(recoveryCodes));
          stripped = losers.length;
          return kept.map((account) => (losers.includes(account) ? { ...account, recoveryCodes: [] } : account));
        },
        { removes: true },
      );
      if (!wasUnlocked) return { ok: false, reason: 'locked' };
      await lastImport.set(NO_IMPORT);
      return { ok: true, removed, stripped };
    },
  };
  return {
    ...requests,
    importAccounts: (input) => queue(() => requests.importAccounts(input)),
    canUndoImport: () => queue(requests.canUndoImport),
    undoImport: () => queue(requests.undoImport),
  };
}

function bindingsOf({ bindings }: ImportedEntry): Pick<AccountBindings, 'origins'> & Partial<AccountBindings> {
  if (bindings === undefined) return { origins: [] };
  const { coversDomains: _, ...rest } = bindings;
  return { ...rest, coveredDomains: coveredDomainsOf(bindings) };
}

/** The keys of those accounts that get codes. */
function keysOf(accounts: readonly Account[], codes: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set(accounts.filter(({ id }) => codes.has(id)).map((account) => keyIdentity(otpKeyOf(account))));
}

function describe(
  { accepted, duplicates, rejected, skipped, batches }: ImportPreview,
  getCodes: ReadonlySet<string>,
): ImportDescription {
  return {
    accepted: accepted.map((entry) => ({ ...namesOf(entry), origins: entry.bindings?.origins ?? [] })),
    duplicates: duplicates.map((entry) => ({
      ...namesOf(entry),
      heldBy: entry.heldBy,
      bringsCodes: getCodes.has(keyIdentity(entry.key)),
    })),
    rejected,
    skipped,
    batches,
  };
}

function namesOf({ key: { issuer, account } }: { readonly key: AccountNames }): AccountNames {
  return { issuer, account };
}
