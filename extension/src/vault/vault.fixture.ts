import type { OtpKey } from '@lifeguard/shared/otp';
import { bytesToBase64 } from '../base64.ts';
import type { PasswordKey } from '../password-key/password-key.ts';
import type { NewPasskey } from '../passkey/passkey.ts';
import { newPasswordKeyParameters } from '../password-key/parameters.ts';
import { serialQueue } from '../serial-queue.ts';
import { type Account, newAccount } from './account.ts';
import { memoryStorage } from './memory-storage.fixture.ts';
import { sessionKey } from './session-key.ts';
import { openVault } from './vault.ts';
import { vaultStore } from './vault-store.ts';

/** The clock of a new world, in Unix milliseconds: a time step of 30 seconds begins. */
export const STEP_BEGINS_AT = 1_700_000_010_000;

export const LOCK_AFTER_IN_MILLIS = 60_000;

/** Stands for what Argon2id gives. */
export function passwordKeyOf(byte: number): string {
  return bytesToBase64(new Uint8Array(32).fill(byte));
}

export const PASSWORD: PasswordKey = {
  passwordKeyBase64: passwordKeyOf(7),
  parameters: newPasswordKeyParameters((length) => new Uint8Array(length)),
};

/** A passkey with a key of such bytes, which stand for what HKDF gives. */
export function passkeyOf(byte: number): NewPasskey {
  return {
    credentialIdBase64: passwordKeyOf(byte + 100),
    transports: ['internal'],
    prfSaltBase64: passwordKeyOf(byte + 200),
    passkeyKeyBase64: passwordKeyOf(byte),
  };
}

export const KEY: OtpKey = {
  type: 'totp',
  issuer: 'Demo',
  account: 'alice',
  secretBase32: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  algorithm: 'SHA1',
  digits: 6,
  periodInSeconds: 30,
  counter: 0,
};

export function accountOf(id: string, changes: Partial<Account> = {}): Account {
  return { ...newAccount(id, { key: KEY, origins: [], state: 'active', createdAtInMillis: 0 }), ...changes };
}

/** A new world: two storage areas, a clock, and a vault on them that is not created yet. */
export function vaultWorld() {
  const local = memoryStorage();
  const session = memoryStorage();
  const clock = { now: STEP_BEGINS_AT };
  const disk: { freeBytes: number | undefined } = { freeBytes: undefined };
  const reopen = () =>
    openVault({
      store: vaultStore(local, async () => disk.freeBytes),
      session: sessionKey({ area: session, now: () => clock.now }),
      queue: serialQueue(),
      lockAfterInMillis: async () => LOCK_AFTER_IN_MILLIS,
    });
  return { local, session, clock, disk, reopen, vault: reopen() };
}

/** The same with an unlocked vault that holds these accounts. */
export async function unlockedWorld(...accounts: readonly Account[]) {
  const world = vaultWorld();
  await world.vault.create(PASSWORD);
  if (accounts.length > 0) await world.vault.update(() => accounts);
  return world;
}
