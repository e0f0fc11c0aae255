import type { VaultApi } from '../messages/vault-api.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import type { Settings } from '../settings.ts';
import type { StorageItem } from '../storage-item.ts';
import type { Vault } from '../vault/vault.ts';

export interface VaultRequestPorts {
  readonly vault: Vault;
  readonly settings: StorageItem<Settings>;
  readonly policy: () => Promise<ManagedPolicy>;
  readonly now: () => number;
}

/** Answers to the pages about the vault as a whole. */
export function vaultRequests({ vault, settings, policy, now }: VaultRequestPorts): VaultApi {
  return {
    vaultStatus: () => vault.status(),
    createVault: (key) => vault.create(key),
    changePassword: ({ passwordKeyBase64, next }) => vault.changePassword(passwordKeyBase64, next),
    async checkPassword({ passwordKeyBase64 }) {
      if ((await vault.accounts()) === undefined) return { ok: false, reason: 'locked' };
      return (await vault.isPasswordKey(passwordKeyBase64)) ? { ok: true } : { ok: false, reason: 'wrong-password' };
    },
    unlockVault: ({ passwordKeyBase64 }) => vault.unlock(passwordKeyBase64),
    unlockWithPasskey: ({ passkeyKeyBase64 }) => vault.unlockWithPasskey(passkeyKeyBase64),
    addPasskey: ({ passwordKeyBase64, passkey }) => vault.addPasskey(passwordKeyBase64, passkey, now()),
    removePasskey: () => vault.removePasskey(),
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
