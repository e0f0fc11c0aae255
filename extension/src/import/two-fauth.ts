import { required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, rejected } from './import-result.ts';
import { type Importer } from './importer.ts';
import { isObject, listOf, objectOf, textOf } from './json.ts';
import { readKey } from './read-key.ts';

const SCHEMA = 1;

/** @see https://docs.2fauth.app/getting-started/usage/import/ */
export const twoFauth: Importer = {
  format: '2fauth',
  recognizes: ({ json }) => isObject(json) && textOf(json['app']).startsWith('2fauth') && 'data' in json,
  read({ json }) {
    const { schema, data } = objectOf(json);
    if (schema !== SCHEMA) throw new ImportRefusal('unsupported-version');
    return collectEntries(required(listOf(data)).map(readAccount));
  },
};

function readAccount(account: unknown): EntryResult {
  if (!isObject(account)) return rejected('not-an-entry', '');
  const type = textOf(account['otp_type']);
  return readKey({
    type: type === 'steamtotp' ? 'steam' : type,
    issuer: account['service'],
    account: account['account'],
    secret: account['secret'],
    algorithm: account['algorithm'],
    digits: account['digits'],
    periodInSeconds: account['period'],
    counter: account['counter'],
  });
}
