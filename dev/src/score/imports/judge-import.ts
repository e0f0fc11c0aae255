import { isDeepStrictEqual } from 'node:util';
import { previewImport } from '@lifeguard/extension/preview-import';
import type { ImportedExport, RejectedEntry } from '@lifeguard/extension/import-result';
import type { ReadResult } from '@lifeguard/extension/read-export';
import type { ExpectedEntry, ExpectedRejection, ImportCase } from './import-case.ts';
import { judgeEntry } from './judge-entry.ts';

/** Why a result is not the one that the corpus expects, or `undefined` when it is right. */
export function judgeImport(expected: ImportCase, result: ReadResult, codeTimeInSeconds: number): string | undefined {
  if (!result.ok) {
    if (result.error === expected.error || result.error === expected.mayError) return undefined;
    if (expected.optional === true && result.error === 'unknown-format') return undefined;
    return `failed as ${result.error}${expected.error === undefined ? '' : `, not as ${expected.error}`}`;
  }
  const mayBeAccepted = expected.error === undefined || expected.mayError === 'none';
  if (!mayBeAccepted) return `was accepted, not refused as ${expected.error}`;
  const entries = (expected.error === undefined ? expected.entries : expected.entriesIfAccepted) ?? [];
  const remaining = [...result.rejected];
  return (
    judgeRejected(expected.rejected ?? [], remaining) ??
    judgeEntries(entries, { expected, result, remaining, codeTimeInSeconds }) ??
    (remaining[0] && `rejected ${placeOf(remaining[0])} as ${remaining[0].reason}`) ??
    judgeRest(expected, result)
  );
}

function judgeRejected(expected: readonly ExpectedRejection[], remaining: RejectedEntry[]): string | undefined {
  for (const rejection of expected) {
    const found = takeFirst(
      remaining,
      ({ reason, index, line, name }) =>
        reason === rejection.reason &&
        (rejection.index === undefined || rejection.index === index) &&
        (rejection.line === undefined || rejection.line === line) &&
        (rejection.name === undefined || name.includes(rejection.name)),
    );
    if (found === undefined) return `didn't reject ${placeOf(rejection)} as ${rejection.reason}`;
  }
  return undefined;
}

interface Matching {
  readonly expected: ImportCase;
  readonly result: ImportedExport;
  /** The rejections that are not accounted for; those that an entry may have are taken out. */
  readonly remaining: RejectedEntry[];
  readonly codeTimeInSeconds: number;
}

function judgeEntries(entries: readonly ExpectedEntry[], matching: Matching): string | undefined {
  const { expected, result, remaining, codeTimeInSeconds } = matching;
  const actual = result.entries.map(({ key }) => key);
  for (const [place, entry] of entries.entries()) {
    const options = { alternatives: expected.alt?.[place], codeTimeInSeconds };
    const candidates = expected.orderFree === true ? actual : actual.slice(0, 1);
    const match = candidates.find((key) => judgeEntry(entry, key, options) === undefined);
    if (match !== undefined) {
      actual.splice(actual.indexOf(match), 1);
      continue;
    }
    const mayReject = expected.mayReject?.[place] ?? (entry.type === 'steam' ? 'unsupported-type' : undefined);
    if (takeFirst(remaining, ({ reason }) => reason === mayReject) !== undefined) continue;
    const why = candidates[0] === undefined ? 'it is not there' : judgeEntry(entry, candidates[0], options);
    return `entry ${place}: ${why}`;
  }
  return actual.length === 0 ? undefined : `accepted ${actual.length} more than expected`;
}

function judgeRest(expected: ImportCase, result: ImportedExport): string | undefined {
  if (expected.skipped !== undefined && expected.skipped !== result.skipped) return `skipped ${result.skipped}`;
  for (const batch of [...(expected.batches ?? []), ...(expected.batch ? [expected.batch] : [])]) {
    const found = result.batches.some((candidate) => isDeepStrictEqual({ ...batch, ...candidate }, { ...batch }));
    if (!found) return `says something else about the batches of ${batch.id}`;
  }
  if (expected.trashed?.some((place) => result.entries[place]?.trashed !== true))
    return "doesn't tell what was trashed";
  const duplicates = previewImport(result, []).duplicates.map(({ key }) => key);
  const missed = expected.duplicates?.some(
    ([, later]) => !duplicates.some((key) => key === result.entries[later]?.key),
  );
  return missed === true ? "didn't find the duplicates" : undefined;
}

function takeFirst<Item>(items: Item[], matches: (item: Item) => boolean): Item | undefined {
  const place = items.findIndex(matches);
  return place < 0 ? undefined : items.splice(place, 1)[0];
}

function placeOf({ index, line, name }: ExpectedRejection): string {
  if (line !== undefined) return `line ${line}`;
  return index === undefined ? `"${name}"` : `item ${index}`;
}
