import type { OtpKey } from '@lifeguard/shared/otp';
import { accountName } from '../account-name.ts';
import type { ImportedEntry, ImportedExport, RejectedEntry } from './import-result.ts';

/** An entry that is there already. */
export interface DuplicateEntry extends ImportedEntry {
  /** Where the same entry is already: in the vault, or further up in the file. */
  readonly heldBy: 'vault' | 'file';
}

/** What an import would do, before it does it. */
export interface ImportPreview extends Pick<ImportedExport, 'rejected' | 'skipped' | 'batches'> {
  readonly accepted: readonly ImportedEntry[];
  readonly duplicates: readonly DuplicateEntry[];
}

/**
 * Compares what a file holds with the keys that the vault holds. HOTP entries are rejected as `unsupported-type`: their
 * counter would have to be kept in step, which the vault doesn't.
 */
export function previewImport(imported: ImportedExport, held: readonly OtpKey[]): ImportPreview {
  // The user may have renamed what the vault holds. A file may have one secret under two names, and means it.
  const heldByVault = new Set(held.map(keyIdentity));
  const heldByFile = new Set<string>();
  const accepted: ImportedEntry[] = [];
  const duplicates: DuplicateEntry[] = [];
  const rejected: RejectedEntry[] = [...imported.rejected];
  for (const entry of imported.entries) {
    const { key } = entry;
    const identity = JSON.stringify([keyIdentity(key), key.issuer, key.account]);
    if (key.type === 'hotp') rejected.push({ reason: 'unsupported-type', name: accountName(key.issuer, key.account) });
    else if (heldByVault.has(keyIdentity(key))) duplicates.push({ ...entry, heldBy: 'vault' });
    else if (heldByFile.has(identity)) duplicates.push({ ...entry, heldBy: 'file' });
    else accepted.push(entry);
    heldByFile.add(identity);
  }
  return { accepted, duplicates, rejected, skipped: imported.skipped, batches: imported.batches };
}

/** What decides the codes. */
export function keyIdentity({ type, secretBase32, algorithm, digits, periodInSeconds }: OtpKey): string {
  return [type, secretBase32, algorithm, digits, periodInSeconds].join(' ');
}
