import type { StorageArea } from '../storage-item.ts';
import { formatVaultFile, parseVaultFile, type VaultFile } from './vault-file.ts';

const CURRENT = 'vault';
const PREVIOUS = 'vault.previous';
const DAMAGED = 'vault.damaged';

export type VaultCopy = 'current' | 'previous';

export interface VaultStore {
  /** `absent` only when no copy was ever written. */
  read(copy?: VaultCopy): Promise<VaultReading>;
  /**
   * Replaces the current copy, keeps it as the previous one, and reads the new one back.
   * @throws VaultWriteError when the new copy would lose accounts without `mayBecomeEmpty`, or did not come back
   */
  write(file: VaultFile, options?: { readonly mayBecomeEmpty?: boolean }): Promise<void>;
  /** Puts the previous copy in the place of a damaged one, which is kept aside. */
  restorePrevious(): Promise<void>;
}

type VaultReading =
  | { readonly ok: true; readonly file: VaultFile }
  | { readonly ok: false; readonly reason: 'absent' | 'corrupt' | 'newer-format' };

class VaultWriteError extends Error {
  override readonly name = 'VaultWriteError';
  readonly code: 'would-become-empty' | 'over-unreadable' | 'not-read-back';

  constructor(code: VaultWriteError['code']) {
    super(`The vault was not written: ${code}.`);
    this.code = code;
  }
}

/** The encrypted vault in `storage.local`. One writer at a time is the caller's business. */
export function vaultStore(area: StorageArea): VaultStore {
  async function read(copy: VaultCopy = 'current'): Promise<VaultReading> {
    const items = await area.get([CURRENT, PREVIOUS]);
    if (items[CURRENT] === undefined && items[PREVIOUS] === undefined) return { ok: false, reason: 'absent' };
    return parseVaultFile(items[copy === 'current' ? CURRENT : PREVIOUS]);
  }

  return {
    read,
    async write(file, { mayBecomeEmpty = false } = {}) {
      const before = await read();
      if (!before.ok && before.reason !== 'absent') throw new VaultWriteError('over-unreadable');
      const losesAll = before.ok && isEmpty(file) && !isEmpty(before.file);
      if (losesAll && !mayBecomeEmpty) throw new VaultWriteError('would-become-empty');

      const text = await formatVaultFile(file);
      // One call, because storage writes the items of a call together or not at all.
      const kept = before.ok ? { [PREVIOUS]: (await area.get([CURRENT]))[CURRENT] } : {};
      await area.set({ ...kept, [CURRENT]: text });
      if ((await area.get([CURRENT]))[CURRENT] !== text) throw new VaultWriteError('not-read-back');
    },
    async restorePrevious() {
      const items = await area.get([CURRENT, PREVIOUS]);
      await area.set({ [CURRENT]: items[PREVIOUS], [DAMAGED]: items[CURRENT] ?? '' });
    },
  };
}

function isEmpty({ records }: VaultFile): boolean {
  return Object.keys(records).length === 0;
}
