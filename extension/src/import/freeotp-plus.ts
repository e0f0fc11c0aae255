import { required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { type EntryResult, rejected } from './import-result.ts';
import type { Importer } from './importer.ts';
import { isObject, listOf, objectOf, textOf } from './json.ts';
import { readKey } from './read-key.ts';

/** @see https://github.com/helloworld1/FreeOTPPlus */
export const freeotpPlus: Importer = {
  format: 'freeotp-plus',
  recognizes: ({ json }) =>
    isObject(json) && Array.isArray(json['tokens']) && ('tokenOrder' in json || json['tokens'].some(isToken)),
  read: ({ json }) => collectEntries(required(listOf(objectOf(json)['tokens'])).map(readToken)),
};

function readToken(token: unknown): EntryResult {
  if (!isObject(token)) return rejected('not-an-entry', '');
  return readKey({
    type: token['type'],
    issuer: textOf(token['issuerExt']) || token['issuerInt'],
    account: token['label'],
    secret: readSignedBytes(token['secret']),
    algorithm: token['algo'],
    digits: token['digits'],
    periodInSeconds: token['period'],
    // The app keeps the counter of the code that it has shown last.
    counter: nextCounter(token['counter']),
  });
}

function isToken(token: unknown): boolean {
  return isObject(token) && 'label' in token && Array.isArray(token['secret']);
}

function nextCounter(last: unknown): unknown {
  return typeof last === 'number' && last >= 0 ? last + 1 : last;
}

/** Java's bytes, from -128 to 127. What is none comes back as it was, and no secret is made of it. */
function readSignedBytes(secret: unknown): unknown {
  const bytes = listOf(secret);
  return bytes?.every((byte) => Number.isInteger(byte) && Number(byte) >= -128 && Number(byte) <= 255)
    ? Uint8Array.from(bytes, Number)
    : secret;
}
