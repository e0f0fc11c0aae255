import type { EntryResult, ImportedEntry, ImportedExport, RejectedEntry } from './import-result.ts';

type Place = Pick<RejectedEntry, 'index' | 'line'>;

/** Sorts what the items of a file turned out to be; without places, they are those of the list. */
export function collectEntries(
  results: readonly EntryResult[],
  placeOf: (index: number) => Place = (index) => ({ index }),
): ImportedExport {
  const entries: ImportedEntry[] = [];
  const rejected: RejectedEntry[] = [];
  let skipped = 0;
  for (const [index, result] of results.entries()) {
    if (result.kind === 'entry') entries.push(result.entry);
    else if (result.kind === 'rejected') rejected.push({ reason: result.reason, name: result.name, ...placeOf(index) });
    else skipped += 1;
  }
  return { entries, rejected, skipped, batches: [] };
}
