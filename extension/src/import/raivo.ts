import { required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { type EntryResult, rejected } from './import-result.ts';
import type { Importer } from './importer.ts';
import { isObject, listOf } from './json.ts';
import { readKey } from './read-key.ts';

/**
 * Raivo OTP: the JSON file of its archive.
 * @see https://github.com/raivo-otp/ios-application
 */
export const raivo: Importer = {
  format: 'raivo',
  recognizes: ({ json }) => Array.isArray(json) && json.some((entry) => isObject(entry) && 'kind' in entry),
  read: ({ json }) => collectEntries(required(listOf(json)).map(readEntry)),
};

function readEntry(entry: unknown): EntryResult {
  if (!isObject(entry)) return rejected('not-an-entry', '');
  return readKey({
    type: entry['kind'],
    issuer: entry['issuer'],
    account: entry['account'],
    secret: entry['secret'],
    algorithm: entry['algorithm'],
    digits: entry['digits'],
    periodInSeconds: entry['timer'],
    counter: entry['counter'],
  });
}
