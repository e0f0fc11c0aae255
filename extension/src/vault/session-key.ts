import { base64ToBytes, bytesToBase64 } from '../base64.ts';
import { UNLOCKED_KEY } from '../lock-change.ts';
import { type StorageArea, storageItem } from '../storage-item.ts';

export interface SessionKey {
  /** The data key of the unlocked vault, or `undefined` when it is locked or its time is over. */
  read(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  keep(dataKey: Uint8Array, lockAfterInMillis: number): Promise<void>;
  /** Puts the lock off, as the user is at work. Does nothing while locked. */
  extend(lockAfterInMillis: number): Promise<void>;
  /** Brings the lock forward where it would come later than after so long; never puts it off. */
  hasten(lockAfterInMillis: number): Promise<void>;
  forget(): Promise<void>;
}

interface Unlocked {
  readonly dataKeyBase64: string;
  readonly lockAtInMillis: number;
}

/**
 * The data key while the vault is unlocked, in `storage.session`: in memory only, gone with the browser, out of reach
 * of content scripts, and not lost when the background is stopped. The deadline is stored beside it, because an alarm
 * may come late after the machine slept.
 */
export function sessionKey({ area, now }: { area: StorageArea; now: () => number }): SessionKey {
  const item = storageItem<Unlocked | undefined>({ area, key: UNLOCKED_KEY, fallback: undefined });

  async function current(): Promise<Unlocked | undefined> {
    const unlocked = await item.get();
    if (unlocked === undefined || now() < unlocked.lockAtInMillis) return unlocked;
    await item.remove();
    return undefined;
  }

  return {
    async read() {
      const unlocked = await current();
      return unlocked && base64ToBytes(unlocked.dataKeyBase64);
    },
    keep: (dataKey, lockAfterInMillis) =>
      item.set({ dataKeyBase64: bytesToBase64(dataKey), lockAtInMillis: now() + lockAfterInMillis }),
    async extend(lockAfterInMillis) {
      const unlocked = await current();
      if (unlocked !== undefined) await item.set({ ...unlocked, lockAtInMillis: now() + lockAfterInMillis });
    },
    async hasten(lockAfterInMillis) {
      const unlocked = await current();
      const lockAtInMillis = now() + lockAfterInMillis;
      if (unlocked !== undefined && lockAtInMillis < unlocked.lockAtInMillis)
        await item.set({ ...unlocked, lockAtInMillis });
    },
    forget: () => item.remove(),
  };
}
