import { NOTHING_ALLOWED } from '../account-bindings.ts';
import { fillableOriginOf } from '../site/fillable-origin.ts';
import type { EntryResult } from './import-result.ts';
import { isText } from './json.ts';

/** An entry with the sites that the other program fills it at; what may not be filled, such as plain http, stays out. */
export function withSites(result: EntryResult, addresses: readonly unknown[]): EntryResult {
  if (result.kind !== 'entry') return result;
  const origins = [...new Set(addresses.filter(isText).map(fillableOriginOf))].filter((origin) => origin !== undefined);
  if (origins.length === 0) return result;
  return { kind: 'entry', entry: { ...result.entry, bindings: { ...NOTHING_ALLOWED, origins } } };
}
