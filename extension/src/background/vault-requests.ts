import type { PageApi } from '../messages.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import type { Settings } from '../settings.ts';
import type { StorageItem } from '../storage-item.ts';
import type { Vault } from '../vault/vault.ts';

type VaultRequests = Pick<
  PageApi,
  | 'vaultStatus'
  | 'createVault'
  | 'changePassword'
  | 'unlockVault'
  | 'lockVault'
  | 'readSettings'
  | 'readPolicy'
  | 'changeSettings'
>;

/** Answers to the pages about the vault as a whole. */
export function vaultRequests(
  vault: Vault,
  settings: StorageItem<Settings>,
  policy: () => Promise<ManagedPolicy>,
): VaultRequests {
  return {
    vaultStatus: () => vault.status(),
    createVault: (key) => vault.create(key),
    changePassword: ({ passwordKeyBase64, next }) => vault.changePassword(passwordKeyBase64, next),
    unlockVault: ({ passwordKeyBase64 }) => vault.unlock(passwordKeyBase64),
    lockVault: () => vault.lock(),
    readSettings: () => settings.get(),
    readPolicy: policy,
    // Only while unlocked, so that nobody at a locked browser keeps the next vault open for longer.
    async changeSettings(changed) {
      if ((await vault.accounts()) === undefined) return { ok: false, reason: 'locked' };
      await settings.set(changed);
      return { ok: true };
    },
  };
}
