import { formatOtpauthUri } from '@lifeguard/shared/otp';
import { sealBackup } from '../backup/seal-backup.ts';
import { migrationUris } from '../export/migration-uris.ts';
import type { ImportedExport } from '../import/import-result.ts';
import { keyIdentity, previewImport } from '../import/preview-import.ts';
import type { BackupApi, ExportedTexts, ExportForm } from '../messages/backup-api.ts';
import { parsePasswordKeyParameters } from '../password-key/parameters.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import type { StorageItem } from '../storage-item.ts';
import { type Account, otpKeyOf } from '../vault/account.ts';
import type { Vault } from '../vault/vault.ts';

/** What is known of the newest backup. */
export interface BackupRecord {
  readonly savedAtInMillis?: number;
  readonly triedAtInMillis?: number;
  /** The ids of the accounts that are in it. */
  readonly accountIds: readonly string[];
  /** Until when the user does not want to hear of it. */
  readonly putOffUntilInMillis?: number;
}

export interface BackupPorts {
  readonly vault: Pick<Vault, 'accounts' | 'isPasswordKey'>;
  readonly backup: StorageItem<BackupRecord>;
  readonly policy: () => Promise<ManagedPolicy>;
  readonly now: () => number;
  /** A positive 32-bit number. */
  readonly randomBatchId: () => number;
}

const PUT_OFF_IN_MILLIS = 7 * 24 * 60 * 60 * 1000;

/**
 * Answers to the page about backups and exports. Whoever finds an open vault gets no secret out of it: that takes the password once
 * more.
 */
export function backupRequests({ vault, backup, policy, now, randomBatchId }: BackupPorts): BackupApi {
  async function unlockedBy(passwordKeyBase64: string) {
    if (!(await policy()).exportAllowed) return { ok: false, reason: 'not-allowed' } as const;
    const accounts = await vault.accounts();
    if (accounts === undefined) return { ok: false, reason: 'locked' } as const;
    if (!(await vault.isPasswordKey(passwordKeyBase64))) return { ok: false, reason: 'wrong-password' } as const;
    return { ok: true, accounts } as const;
  }

  return {
    async backupStatus() {
      const accounts = await vault.accounts();
      if (accounts === undefined) return { ok: false, reason: 'locked' };
      const { savedAtInMillis, triedAtInMillis, accountIds, putOffUntilInMillis = 0 } = await backup.get();
      const newer = accounts.filter(({ id }) => !accountIds.includes(id)).length;
      const isMissing = accounts.length > 0 && (newer > 0 || triedAtInMillis === undefined);
      const isDue = isMissing && now() >= putOffUntilInMillis && (await policy()).exportAllowed;
      return { ok: true, savedAtInMillis, triedAtInMillis, newer, isDue };
    },

    async saveBackup({ passwordKeyBase64, backup: key }) {
      const parameters = parsePasswordKeyParameters(key.parameters);
      if (parameters === undefined) return { ok: false, reason: 'bad-parameters' };
      const opened = await unlockedBy(passwordKeyBase64);
      if (!opened.ok) return opened;
      const { accounts } = opened;
      const createdAtInMillis = now();
      const file = await sealBackup({ ...key, parameters, accounts, createdAtInMillis });
      await backup.set({ savedAtInMillis: createdAtInMillis, accountIds: accounts.map(({ id }) => id) });
      return { ok: true, file };
    },

    async tryBackup({ imported }) {
      const accounts = await vault.accounts();
      if (accounts === undefined) return { ok: false, reason: 'locked' };
      // An account is there when restoring it into a vault that has only the file would add nothing.
      const inFile = imported.entries.map(({ key }) => key);
      const { accepted } = previewImport(exportOf(accounts), inFile);
      const incomplete = accounts.filter((account) => !hasRecoveryCodes(imported, account));
      const missing = [...accepted.map(({ key }) => key), ...incomplete].map(({ issuer, account }) => ({
        issuer,
        account,
      }));
      if (missing.length === 0 && accounts.length > 0) {
        await backup.set({
          ...(await backup.get()),
          triedAtInMillis: now(),
          accountIds: accounts.map(({ id }) => id),
        });
      }
      return { ok: true, held: accounts.length - missing.length, missing };
    },

    async putBackupOff() {
      await backup.set({ ...(await backup.get()), putOffUntilInMillis: now() + PUT_OFF_IN_MILLIS });
    },

    async exportAccounts({ passwordKeyBase64, form }) {
      const opened = await unlockedBy(passwordKeyBase64);
      if (!opened.ok) return opened;
      return { ok: true, ...textsOf(opened.accounts, { form, randomBatchId }) };
    },
  };
}

function exportOf(accounts: readonly Account[]) {
  const entries = accounts.map((account) => ({ key: otpKeyOf(account), trashed: false }));
  return { entries, rejected: [], skipped: 0, batches: [] };
}

/** Whether a file has every recovery code of an account, or has not the account at all. */
function hasRecoveryCodes({ entries }: ImportedExport, account: Account): boolean {
  const identity = keyIdentity(otpKeyOf(account));
  const [entry] = entries.filter(({ key }) => keyIdentity(key) === identity);
  const codes = new Set(entry?.recoveryCodes?.map(({ code }) => code));
  return entry === undefined || account.recoveryCodes.every(({ code }) => codes.has(code));
}

function textsOf(
  accounts: readonly Account[],
  { form, randomBatchId }: { readonly form: ExportForm } & Pick<BackupPorts, 'randomBatchId'>,
): ExportedTexts {
  if (form === 'otpauth') return { texts: accounts.map((account) => formatOtpauthUri(otpKeyOf(account))), left: [] };
  const { uris, left } = migrationUris(accounts, randomBatchId());
  return { texts: uris, left: left.map(({ issuer, account }) => ({ issuer, account })) };
}
