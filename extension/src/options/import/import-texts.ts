import type { ImportError, RejectReason } from '../../import/import-result.ts';
import { refusalText, text, type TextKey } from '../../ui/text.ts';

type Underscored<Key extends string> = Key extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Key;

/** Why nothing of a file can be read. A backup of Lifeguard is made again here, and not in another app. */
export function importErrorText(error: ImportError, { isBackup }: { readonly isBackup: boolean }): string {
  if (isBackup && (error === 'corrupt' || error === 'kdf-too-costly')) return text('backupCorrupt');
  if (isBackup && (error === 'unsupported-version' || error === 'unsupported-encryption'))
    return text('backupNewerFormat');
  const key = `importError_${error.replaceAll('-', '_') as Underscored<ImportError>}` as const satisfies TextKey;
  return text(key);
}

/** Why an entry is not taken. */
export function rejectText(reason: RejectReason): string {
  switch (reason) {
    case 'unsupported-type':
      return text('importUnsupportedType');
    case 'not-an-entry':
      return text('importNotAnEntry');
    case 'wrong-password':
    case 'missing-key':
      return text('importOtherKey');
    default:
      return refusalText(reason);
  }
}
