import { required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { type EntryResult, rejected } from './import-result.ts';
import type { Importer } from './importer.ts';
import { isObject, listOf, objectOf } from './json.ts';
import { readKey } from './read-key.ts';

/** @see https://github.com/replydev/cotp */
export const cotp: Importer = {
  format: 'cotp',
  recognizes: ({ json }) => isObject(json) && 'version' in json && Array.isArray(json['elements']),
  read: ({ json }) => collectEntries(required(listOf(objectOf(json)['elements'])).map(readElement)),
};

function readElement(element: unknown): EntryResult {
  if (!isObject(element)) return rejected('not-an-entry', '');
  return readKey({
    type: element['type'],
    issuer: element['issuer'],
    account: element['label'],
    secret: element['secret'],
    algorithm: element['algorithm'],
    digits: element['digits'],
    periodInSeconds: element['period'],
    counter: element['counter'],
  });
}
