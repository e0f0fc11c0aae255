import type { Answer } from '../border.ts';
import { isPasskeyKey, type NewPasskey, parsePasskey } from '../passkey/passkey.ts';
import { parsePasswordKeyParameters } from '../password-key/parameters.ts';
import type { PasswordKey } from '../password-key/password-key.ts';
import type { SerialQueue } from '../serial-queue.ts';
import type { Account } from './account.ts';
import {
  DATA_KEY_BYTES,
  decryptAccounts,
  newVaultFile,
  nextVaultFile,
  type StoredAccount,
  unwrapDataKey,
  wrapForPassword,
} from './encryption.ts';
import { describePasskey, unwrapByPasskey, wrapForPasskey } from './passkey-wrap.ts';
import type {
  AddPasskeyAnswer,
  ChangePasswordAnswer,
  CreateAnswer,
  PasskeyUnlockAnswer,
  UnlockAnswer,
  VaultStatus,
} from './vault-answers.ts';
import type { VaultFile } from './vault-file.ts';
import type { SessionKey } from './session-key.ts';
import type { VaultCopy, VaultStore } from './vault-store.ts';

export interface VaultPorts {
  readonly store: VaultStore;
  readonly session: SessionKey;
  /** Every read and write goes through this one queue; nothing in it asks the vault again, because that would wait for itself. */
  readonly queue: SerialQueue;
  readonly lockAfterInMillis: () => Promise<number>;
}

/** Each answer goes by every write that was asked for before it. */
export interface Vault {
  status(): Promise<VaultStatus>;
  create(key: PasswordKey): Promise<CreateAnswer>;
  unlock(passwordKeyBase64: string): Promise<UnlockAnswer>;
  lock(): Promise<void>;
  /** Whether this is the key of the password, for what an open vault alone may not do; false while locked. */
  isPasswordKey(passwordKeyBase64: string): Promise<boolean>;
  /** Wraps the data key with another password. Both copies are written: the one before would still open with the old one. */
  changePassword(passwordKeyBase64: string, next: PasswordKey): Promise<ChangePasswordAnswer>;
  unlockWithPasskey(passkeyKeyBase64: string): Promise<PasskeyUnlockAnswer>;
  /** Wraps the data key for a passkey, too, in the place of one that was there. Both copies are written. */
  addPasskey(passwordKeyBase64: string, passkey: NewPasskey, createdAtInMillis: number): Promise<AddPasskeyAnswer>;
  /** From both copies. */
  removePasskey(): Promise<Answer<object, 'locked'>>;
  /** Puts the automatic lock off, because the user is at work. */
  stayUnlocked(): Promise<void>;
  /** Brings the automatic lock forward where its time has become shorter; never puts it off. */
  hastenLock(): Promise<void>;
  /** Every account, or `undefined` while locked. The list is the same object as long as nobody writes. */
  accounts(): Promise<readonly Account[] | undefined>;
  /**
   * Writes what `change` makes of the accounts: those it returns as the same object stay as they are. Returns false
   * while locked. Only `removes` may leave an empty vault behind.
   */
  update(change: ChangeAccounts, options?: { readonly removes?: boolean }): Promise<boolean>;
}

export type ChangeAccounts = (accounts: readonly Account[]) => readonly Account[];

/** Something that was good at unlocking no longer is: a mistake of ours or a change from outside. */
class VaultDamagedError extends Error {
  override readonly name = 'VaultDamagedError';
}

export function openVault({ store, session, queue, lockAfterInMillis }: VaultPorts): Vault {
  /** What was decrypted last, while the vault is open: every question of a page comes by here. */
  let decrypted: Decrypted | undefined;

  function forget(): void {
    decrypted = undefined;
    store.forget();
  }

  async function opened(): Promise<Opened | undefined> {
    const dataKey = await session.read();
    if (dataKey === undefined) {
      forget();
      return undefined;
    }
    const reading = await store.read();
    if (reading.ok && decrypted?.file === reading.file) return { dataKey, ...decrypted };
    const stored = reading.ok ? await decryptAccounts(reading.file, dataKey) : undefined;
    if (!reading.ok || stored === undefined) throw new VaultDamagedError('The vault can no longer be read.');
    decrypted = decryptedOf(reading.file, stored);
    return { dataKey, ...decrypted };
  }

  async function tryCopy(copy: VaultCopy, unwrap: Unwrap) {
    const reading = await store.read(copy);
    if (!reading.ok) return reading;
    const { file } = reading;
    const dataKey = await unwrap(file);
    if (dataKey === undefined) return { ok: false, reason: 'wrong-key' } as const;
    const stored = await decryptAccounts(file, dataKey);
    if (stored === undefined) return { ok: false, reason: 'corrupt' } as const;
    return { ok: true, dataKey, file, stored } as const;
  }

  /** Opens the newest copy that is not damaged. `wrong`: what to call a key that does not open it. */
  async function open<Wrong extends string>(unwrap: Unwrap, wrong: Wrong): Promise<OpenAnswer<Wrong>> {
    forget();
    const current = await tryCopy('current', unwrap);
    const opening = isCorrupt(current) ? await tryCopy('previous', unwrap) : current;
    if (!opening.ok) {
      if (opening.reason === 'wrong-key') return { ok: false, reason: wrong };
      return { ok: false, reason: isCorrupt(current) ? 'corrupt' : opening.reason };
    }
    if (isCorrupt(current)) await store.restorePrevious();
    await session.keep(opening.dataKey, await lockAfterInMillis());
    decrypted = decryptedOf(opening.file, opening.stored);
    return { ok: true, copy: isCorrupt(current) ? 'previous' : 'current' };
  }

  /** For who may open the vault: the copy before would still open as it did. */
  async function writeBothCopies(file: VaultFile, { dataKey, stored: accounts }: Opened): Promise<void> {
    const next = await nextVaultFile(file, { dataKey, accounts });
    await store.write(next, { replacesPrevious: true });
    decrypted = decryptedOf(next, accounts);
  }

  return {
    status: () =>
      queue(async () => {
        const state = (await session.read()) === undefined ? 'locked' : 'unlocked';
        if (state === 'locked') forget();
        const current = await store.read();
        // The page needs what it says to unlock the copy before a damaged one.
        const reading = isCorrupt(current) ? await store.read('previous') : current;
        if (!reading.ok) return { state: isCorrupt(current) ? 'corrupt' : reading.reason };
        return { state, passwordKey: reading.file.passwordKey, passkey: describePasskey(reading.file) };
      }),

    create: ({ passwordKeyBase64, parameters }) =>
      queue(async () => {
        const checked = parsePasswordKeyParameters(parameters);
        if (checked === undefined) return { ok: false, reason: 'bad-parameters' };
        const reading = await store.read();
        if (reading.ok || reading.reason !== 'absent') return { ok: false, reason: 'vault-exists' };
        const dataKey = crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
        await store.write(await newVaultFile({ dataKey, passwordKeyBase64, parameters: checked }));
        await session.keep(dataKey, await lockAfterInMillis());
        return { ok: true };
      }),

    unlock: (passwordKeyBase64) =>
      queue(() => open((file) => unwrapDataKey(file, passwordKeyBase64), 'wrong-password')),

    unlockWithPasskey: (passkeyKeyBase64) =>
      queue(async () => {
        if (!isPasskeyKey(passkeyKeyBase64)) return { ok: false, reason: 'bad-passkey' };
        return open((file) => unwrapByPasskey(file, passkeyKeyBase64), 'wrong-passkey');
      }),

    // Through the queue, so that neither undoes the other.
    lock: () =>
      queue(async () => {
        forget();
        await session.forget();
      }),
    async stayUnlocked() {
      // The time may be long in coming, and nobody has to wait for it.
      const millis = await lockAfterInMillis();
      await queue(() => session.extend(millis));
    },
    async hastenLock() {
      const millis = await lockAfterInMillis();
      await queue(() => session.hasten(millis));
    },

    isPasswordKey: (passwordKeyBase64) =>
      queue(async () => {
        const vault = await opened();
        return vault !== undefined && (await unwrapDataKey(vault.file, passwordKeyBase64)) !== undefined;
      }),

    changePassword: (passwordKeyBase64, next) =>
      queue(async () => {
        const parameters = parsePasswordKeyParameters(next.parameters);
        if (parameters === undefined) return { ok: false, reason: 'bad-parameters' };
        const vault = await opened();
        if (vault === undefined) return { ok: false, reason: 'locked' };
        const { dataKey, file } = vault;
        if ((await unwrapDataKey(file, passwordKeyBase64)) === undefined)
          return { ok: false, reason: 'wrong-password' };
        const header = await wrapForPassword({ dataKey, passwordKeyBase64: next.passwordKeyBase64, parameters });
        await writeBothCopies({ ...file, ...header }, vault);
        return { ok: true };
      }),

    addPasskey: (passwordKeyBase64, { passkeyKeyBase64, ...sent }, createdAtInMillis) =>
      queue(async () => {
        const parsed = parsePasskey(sent);
        if (parsed === undefined || !isPasskeyKey(passkeyKeyBase64)) return { ok: false, reason: 'bad-passkey' };
        const vault = await opened();
        if (vault === undefined) return { ok: false, reason: 'locked' };
        const { dataKey, file } = vault;
        if ((await unwrapDataKey(file, passwordKeyBase64)) === undefined)
          return { ok: false, reason: 'wrong-password' };
        const passkey = await wrapForPasskey(dataKey, { ...parsed, createdAtInMillis }, passkeyKeyBase64);
        await writeBothCopies({ ...file, passkey }, vault);
        return { ok: true };
      }),

    removePasskey: () =>
      queue(async () => {
        const vault = await opened();
        if (vault === undefined) return { ok: false, reason: 'locked' };
        await writeBothCopies({ ...vault.file, passkey: undefined }, vault);
        return { ok: true };
      }),

    accounts: () => queue(async () => (await opened())?.accounts),

    update: (change, { removes = false } = {}) =>
      queue(async () => {
        const vault = await opened();
        if (vault === undefined) return false;
        const versions = new Map(vault.stored.map(({ account, version }) => [account.id, { account, version }]));
        const changed = change(vault.accounts);
        const accounts = changed.map((account) => {
          const before = versions.get(account.id);
          return before?.account === account ? before : { account, version: (before?.version ?? 0) + 1 };
        });
        const file = await nextVaultFile(vault.file, { dataKey: vault.dataKey, accounts });
        await store.write(file, { mayBecomeEmpty: removes });
        decrypted = decryptedOf(file, accounts);
        return true;
      }),
  };
}

/** Takes the data key out of a file; `undefined` when the key is another. */
type Unwrap = (file: VaultFile) => Promise<Uint8Array<ArrayBuffer> | undefined>;

type OpenAnswer<Wrong extends string> = Answer<
  { readonly copy: VaultCopy },
  Wrong | 'absent' | 'corrupt' | 'newer-format'
>;

interface Opened extends Decrypted {
  readonly dataKey: Uint8Array<ArrayBuffer>;
}

interface Decrypted {
  readonly file: VaultFile;
  readonly stored: readonly StoredAccount[];
  /** The same list as long as nobody writes. */
  readonly accounts: readonly Account[];
}

function decryptedOf(file: VaultFile, stored: readonly StoredAccount[]): Decrypted {
  return { file, stored, accounts: stored.map(({ account }) => account) };
}

function isCorrupt(result: { readonly ok: true } | { readonly ok: false; readonly reason: string }): boolean {
  return !result.ok && result.reason === 'corrupt';
}
