import { parseBase64, required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { decryptAesGcm } from './crypto/decrypt.ts';
import { deriveArgon2id } from './crypto/derive-key.ts';
import { decodeText, parseJson } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, rejected } from './import-result.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, isText, type JsonObject, listOf, objectOf, textOf } from './json.ts';
import { readOtpUri } from './read-otp-text.ts';

const VERSION = 1;
const KEY_COST = { memoryInKiB: 19 * 1024, iterations: 2, parallelism: 1 } as const;
const NONCE_LENGTH = 12;
const ADDITIONAL_DATA = new TextEncoder().encode('proton.authenticator.export.v1');

/** @see https://github.com/protonpass/proton-pass-common/tree/main/proton-authenticator */
export const protonAuthenticator: Importer = {
  format: 'proton-authenticator',
  recognizes: ({ json }) => isObject(json) && 'version' in json && (isSealed(json) || hasContents(json['entries'])),
  async read({ json }, password) {
    const file = objectOf(json);
    if (file['version'] !== VERSION) throw new ImportRefusal('unsupported-version');
    const list = isSealed(file) ? await decryptFile(file, password) : file;
    return collectEntries(required(listOf(objectOf(list)['entries'])).map(readEntry));
  },
};

function isSealed({ salt, content }: JsonObject): boolean {
  return isText(salt) && isText(content);
}

function hasContents(entries: unknown): boolean {
  if (!Array.isArray(entries)) return false;
  return entries.length === 0 || entries.some((entry) => isObject(entry) && 'content' in entry);
}

function readEntry(entry: unknown): EntryResult {
  const { uri, name } = objectOf(objectOf(entry)['content']);
  const account = textOf(name);
  if (!isText(uri)) return rejected('not-an-entry', account);
  return readOtpUri(uri, { issuer: '', account });
}

async function decryptFile({ salt, content }: JsonObject, password: string | undefined): Promise<unknown> {
  const sealed = required(parseBase64(content));
  const key = await deriveArgon2id({
    ...KEY_COST,
    password: requirePassword(password),
    salt: required(parseBase64(salt)),
  });
  const plaintext = await decryptAesGcm({
    key,
    iv: sealed.slice(0, NONCE_LENGTH),
    ciphertext: sealed.slice(NONCE_LENGTH),
    additionalData: ADDITIONAL_DATA,
  });
  if (plaintext === undefined) throw new ImportRefusal('wrong-password');
  return parseJson(required(decodeText(plaintext)));
}
