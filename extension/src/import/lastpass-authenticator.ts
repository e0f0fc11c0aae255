import { required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { type EntryResult, rejected } from './import-result.ts';
import type { Importer } from './importer.ts';
import { isObject, listOf, objectOf, textOf } from './json.ts';
import { readKey } from './read-key.ts';

/** @see https://support.lastpass.com/s/document-item?bundleId=lastpass&topicId=LastPass/lp_authenticator_export.html */
export const lastpassAuthenticator: Importer = {
  format: 'lastpass-authenticator',
  recognizes: ({ json }) =>
    isObject(json) &&
    Array.isArray(json['accounts']) &&
    ('localDeviceId' in json || 'deviceName' in json || json['accounts'].some(isAccount)),
  read: ({ json }) => collectEntries(required(listOf(objectOf(json)['accounts'])).map(readAccount)),
};

function isAccount(account: unknown): boolean {
  return isObject(account) && 'issuerName' in account;
}

function readAccount(account: unknown): EntryResult {
  if (!isObject(account)) return rejected('not-an-entry', '');
  return readKey({
    issuer: textOf(account['issuerName']) || account['originalIssuerName'],
    account: textOf(account['userName']) || account['originalUserName'],
    secret: account['secret'],
    algorithm: account['algorithm'],
    digits: account['digits'],
    periodInSeconds: account['timeStep'],
  });
}
