import { MAX_RECOVERY_CODE_LENGTH, MAX_RECOVERY_CODES } from '../enrol/recovery-code.ts';
import { typedCodes } from '../enrol/typed-codes.ts';
import { topFrame } from '../fill/page-frame.ts';
import type { RecoveryApi } from '../messages/recovery-api.ts';
import { isBoundTo } from '../site/bound-origin.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import type { StorageItem } from '../storage-item.ts';
import type { Account } from '../vault/account.ts';
import type { Vault } from '../vault/vault.ts';
import type { BackupRecord } from './backup-requests.ts';
import { findRecovery } from './find-recovery.ts';
import { findSetUp } from './find-set-up.ts';
import type { Frames } from './frames.ts';
import type { HeldCodes } from './held-codes.ts';

export interface RecoveryPorts {
  readonly vault: Pick<Vault, 'accounts' | 'update'>;
  readonly frames: Frames;
  readonly decodeQr: (dataUrl: string) => Promise<readonly string[]>;
  readonly heldCodes: Pick<HeldCodes, 'hold' | 'find' | 'end'>;
  readonly backup: StorageItem<BackupRecord>;
}

/** Answers to the popup about recovery codes. They go from the page into the vault, and out of it for the one account that is asked for. */
export function recoveryRequests({ vault, frames, decodeQr, heldCodes, backup }: RecoveryPorts): RecoveryApi {
  async function edit(id: string, change: (account: Account) => Account['recoveryCodes']) {
    const wasUnlocked = await vault.update((accounts) =>
      accounts.map((account) => (account.id === id ? { ...account, recoveryCodes: change(account) } : account)),
    );
    return wasUnlocked ? ({ ok: true } as const) : ({ ok: false, reason: 'locked' } as const);
  }

  /** The newest backup has the account without its new codes. */
  async function noteChange(accountId: string): Promise<void> {
    const record = await backup.get();
    await backup.set({ ...record, accountIds: record.accountIds.filter((id) => id !== accountId) });
  }

  /** The codes that a tab shows, for an account that is filled there, or for the one that comes. */
  async function read({ tabId, accountId }: { readonly tabId: number; readonly accountId?: string }) {
    const accounts = await vault.accounts();
    if (accounts === undefined) return { ok: false, reason: 'locked' } as const;
    const documents = await frames.read(tabId);
    const origin = topFrame(documents)?.origin;
    if (origin === undefined) return { ok: false, reason: 'no-access' } as const;
    if (!isFillableOrigin(origin)) return { ok: false, reason: 'insecure-origin' } as const;
    const isBound = accounts.some((account) => account.id === accountId && isBoundTo(account, origin));
    if (accountId !== undefined && !isBound) return { ok: false, reason: 'not-bound' } as const;
    const setUp = await findSetUp(tabId, documents, { frames, decodeQr });
    const codes = await findRecovery(tabId, documents, { frames, setUp });
    return codes.length > 0
      ? ({ ok: true, origin, codes } as const)
      : ({ ok: false, reason: 'no-recovery-codes' } as const);
  }

  return {
    async keepRecoveryCodes({ tabId, accountId }) {
      const shown = await read({ tabId, accountId });
      if (!shown.ok) return shown;
      const { codes, origin } = shown;
      const answer = await edit(accountId, ({ recoveryCodes }) => {
        const used = new Set(recoveryCodes.filter(({ isUsed }) => isUsed).map(({ code }) => code));
        return codes.map((code) => ({ code, isUsed: used.has(code) }));
      });
      if (!answer.ok) return answer;
      // Those that waited have their account now: none that is set up later in the tab may get them.
      const held = await heldCodes.find(tabId, origin);
      if (held.length > 0 && held.every((code) => codes.includes(code))) await heldCodes.end(tabId);
      await noteChange(accountId);
      return { ok: true, kept: codes.length };
    },

    async addRecoveryCodes({ id, text }) {
      const typed = typedCodes(text).filter((code) => code.length <= MAX_RECOVERY_CODE_LENGTH);
      if (typed.length === 0) return { ok: false, reason: 'no-codes-typed' };
      let added: readonly string[] = [];
      let isFull = false;
      const answer = await edit(id, ({ recoveryCodes }) => {
        added = typed.filter((typedCode) => !recoveryCodes.some(({ code }) => code === typedCode));
        isFull = recoveryCodes.length + added.length > MAX_RECOVERY_CODES;
        return isFull ? recoveryCodes : [...recoveryCodes, ...added.map((code) => ({ code, isUsed: false }))];
      });
      if (!answer.ok) return answer;
      if (isFull) return { ok: false, reason: 'too-many-recovery-codes' };
      if (added.length > 0) await noteChange(id);
      return { ok: true, added: added.length };
    },

    async holdRecoveryCodes({ tabId }) {
      const shown = await read({ tabId });
      if (!shown.ok) return shown;
      await heldCodes.hold(tabId, { origin: shown.origin, codes: shown.codes });
      return { ok: true, kept: shown.codes.length };
    },

    async readRecoveryCodes({ id }) {
      const accounts = await vault.accounts();
      if (accounts === undefined) return { ok: false, reason: 'locked' };
      return { ok: true, codes: accounts.find((account) => account.id === id)?.recoveryCodes ?? [] };
    },

    markRecoveryCode: ({ id, code, isUsed }) =>
      edit(id, ({ recoveryCodes }) => recoveryCodes.map((kept) => (kept.code === code ? { code, isUsed } : kept))),

    removeRecoveryCodes: ({ id }) => edit(id, () => []),
  };
}
