/** Of the value in `storage.session` that is there while the vault is unlocked; `vault/session-key.ts` reads and writes it. */
export const UNLOCKED_KEY = 'unlocked';

type StorageChanges = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

/** The part of `browser.storage.session.onChanged` that is used; tests bring their own. */
interface StorageChanged {
  addListener(listener: (changes: StorageChanges) => void): void;
  removeListener(listener: (changes: StorageChanges) => void): void;
}

/** Tells when the vault is locked or unlocked, wherever that happens. Returns what ends it. */
export function onLockChange(onChanged: StorageChanged, listener: (state: 'locked' | 'unlocked') => void): () => void {
  function hear({ [UNLOCKED_KEY]: change }: StorageChanges): void {
    if (change === undefined) return;
    const [wasLocked, isLocked] = [change.oldValue === undefined, change.newValue === undefined];
    // What is written again puts the lock off, and is no news.
    if (wasLocked !== isLocked) listener(isLocked ? 'locked' : 'unlocked');
  }
  onChanged.addListener(hear);
  return () => onChanged.removeListener(hear);
}
