import { required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { type EntryResult, NO_CODE, rejected } from './import-result.ts';
import type { Importer } from './importer.ts';
import { isObject, listOf } from './json.ts';
import { readKey } from './read-key.ts';

/** The accounts that Duo Mobile keeps on a device; those that are only pushed to have no generator. */
export const duo: Importer = {
  format: 'duo',
  recognizes: ({ json }) => Array.isArray(json) && json.some((item) => isObject(item) && 'accountType' in item),
  read: ({ json }) => collectEntries(required(listOf(json)).map(readAccount)),
};

function readAccount(account: unknown): EntryResult {
  if (!isObject(account)) return rejected('not-an-entry', '');
  const { name, otpGenerator } = account;
  if (!isObject(otpGenerator)) return NO_CODE;
  const { otpSecret: secret, counter } = otpGenerator;
  const type = counter === undefined || counter === null ? 'totp' : 'hotp';
  return readKey({ type, account: name, secret, counter });
}
