import type { StorageArea } from '../storage-item.ts';
import { formatVaultFile, parseVaultFile, type VaultFile } from './vault-file.ts';

const CURRENT = 'vault';
const PREVIOUS = 'vault.previous';
const DAMAGED = 'vault.damaged';
/** Another one with every write, so that nobody has to read a large text to see that it is the one of last time. */
const STAMP = 'vault.stamp';

export type VaultCopy = 'current' | 'previous';

export interface VaultStore {
  /** `absent` only when no copy was ever written. The file is the same object as long as nobody has written. */
  read(copy?: VaultCopy): Promise<VaultReading>;
  /**
   * Replaces the current copy, keeps it as the previous one, and reads the new one back.
   * `replacesPrevious`: the previous copy becomes the same, and a damaged one that was kept aside goes, because both would still open as
   * they did.
   * @throws VaultWriteError when the new copy would lose accounts without `mayBecomeEmpty`, has no room, or did not come back
   */
  write(
    file: VaultFile,
    options?: { readonly mayBecomeEmpty?: boolean; readonly replacesPrevious?: boolean },
  ): Promise<void>;
  /** The next reading looks at what is stored, whatever its stamp says: for what is not open any more. */
  forget(): void;
  /** Puts the previous copy in the place of a damaged one, which is kept aside. */
  restorePrevious(): Promise<void>;
}

type VaultReading =
  | { readonly ok: true; readonly file: VaultFile }
  | { readonly ok: false; readonly reason: 'absent' | 'corrupt' | 'newer-format' };

class VaultWriteError extends Error {
  override readonly name = 'VaultWriteError';
  readonly code: 'would-become-empty' | 'over-unreadable' | 'no-room' | 'not-stored' | 'not-read-back';

  constructor(code: VaultWriteError['code'], options?: ErrorOptions) {
    super(`The vault was not written: ${code}.`, options);
    this.code = code;
  }
}

/**
 * The encrypted vault in `storage.local`. One writer at a time is the caller's business.
 * @param freeBytes how much the browser says that may still be stored; `undefined` when it doesn't say
 */
export function vaultStore(area: StorageArea, freeBytes: () => Promise<number | undefined>): VaultStore {
  // Checking and parsing a large text takes longer than to see that it is the one of last time.
  let last: { readonly text: string; readonly reading: VaultReading } | undefined;
  /** The stamp of the current copy that was read or written last, if that was good. */
  let current: { readonly stamp: unknown; readonly reading: VaultReading } | undefined;

  async function parse(text: unknown): Promise<VaultReading> {
    if (last !== undefined && text === last.text) return last.reading;
    const reading = await parseVaultFile(text);
    if (typeof text === 'string') last = { text, reading };
    return reading;
  }

  async function textOf(key: string): Promise<unknown> {
    return (await area.get([key]))[key];
  }

  async function look(copy: VaultCopy): Promise<{ readonly text: unknown; readonly reading: VaultReading }> {
    const [wanted, other] = copy === 'current' ? [CURRENT, PREVIOUS] : [PREVIOUS, CURRENT];
    const text = await textOf(wanted);
    // The other one is as large: it is looked at only where it says something.
    const isAbsent = text === undefined && (await textOf(other)) === undefined;
    return { text, reading: isAbsent ? { ok: false, reason: 'absent' } : await parse(text) };
  }

  return {
    async read(copy = 'current') {
      if (copy === 'previous') return (await look(copy)).reading;
      const stamp = await textOf(STAMP);
      if (stamp !== undefined && stamp === current?.stamp) return current.reading;
      const { reading } = await look(copy);
      // Read before the text: a write in between makes the stamp an old one.
      current = reading.ok ? { stamp, reading } : undefined;
      return reading;
    },
    async write(file, { mayBecomeEmpty = false, replacesPrevious = false } = {}) {
      const { text: textBefore, reading: before } = await look('current');
      if (!before.ok && before.reason !== 'absent') throw new VaultWriteError('over-unreadable');
      const losesAll = before.ok && isEmpty(file) && !isEmpty(before.file);
      if (losesAll && !mayBecomeEmpty) throw new VaultWriteError('would-become-empty');

      const text = await formatVaultFile(file);
      // One call, because storage writes the items of a call together or not at all.
      const kept = before.ok ? { [PREVIOUS]: replacesPrevious ? text : textBefore } : {};
      // Written over rather than removed, which would be a call of its own.
      const aside = replacesPrevious ? { [DAMAGED]: '' } : {};
      // Both copies may be new to the disk while the old ones are still on it.
      const neededBytes = text.length + String(kept[PREVIOUS] ?? '').length;
      if (neededBytes > ((await freeBytes()) ?? Number.POSITIVE_INFINITY)) throw new VaultWriteError('no-room');
      const stamp = crypto.randomUUID();
      try {
        await area.set({ ...kept, ...aside, [CURRENT]: text, [STAMP]: stamp });
      } catch (cause) {
        throw new VaultWriteError('not-stored', { cause });
      }
      if ((await textOf(CURRENT)) !== text) throw new VaultWriteError('not-read-back');
      if (replacesPrevious && (await textOf(PREVIOUS)) !== text) throw new VaultWriteError('not-read-back');
      const reading = { ok: true, file } as const;
      last = { text, reading };
      current = { stamp, reading };
    },
    forget() {
      current = undefined;
    },
    async restorePrevious() {
      const items = await area.get([CURRENT, PREVIOUS]);
      await area.set({
        [CURRENT]: items[PREVIOUS],
        [DAMAGED]: items[CURRENT] ?? '',
        [STAMP]: crypto.randomUUID(),
      });
    },
  };
}

function isEmpty({ records }: VaultFile): boolean {
  return Object.keys(records).length === 0;
}
