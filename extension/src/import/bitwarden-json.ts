import { concatBytes, equalBytes, parseBase64, required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { decryptAesCbc, hmac } from './crypto/decrypt.ts';
import { deriveArgon2id, derivePbkdf2 } from './crypto/derive-key.ts';
import { decodeText, parseJson } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, NO_CODE, rejected } from './import-result.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, isText, type JsonObject, listOf, objectOf, textOf } from './json.ts';
import { readOtpText } from './read-otp-text.ts';
import { withSites } from './with-sites.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const PBKDF2 = 0;
const ARGON2ID = 1;
const KIB_IN_MIB = 1024;

/**
 * How Bitwarden compares an address with a page: as the user's settings say, or by domain, host, beginning, or exactly. Left out are 4, a regular
 * expression and no address, and 5, never to be filled.
 * @see https://bitwarden.com/help/uri-match-detection/
 */
const MATCHES_OF_SITES: readonly unknown[] = [undefined, null, 0, 1, 2, 3];

/**
 * Bitwarden and Bitwarden Authenticator.
 * @see https://bitwarden.com/help/encrypted-export/
 */
export const bitwardenJson: Importer = {
  format: 'bitwarden-json',
  recognizes: ({ json }) =>
    isObject(json) && ('encrypted' in json || 'folders' in json) && ('items' in json || 'data' in json),
  async read({ json }, password) {
    const file = objectOf(json);
    const vault = file['encrypted'] === true ? await decryptVault(file, password) : file;
    return collectEntries(required(listOf(objectOf(vault)['items'])).map(readItem));
  },
};

function readItem(item: unknown): EntryResult {
  if (!isObject(item)) return rejected('not-an-entry', '');
  const { totp, username, uris } = objectOf(item['login']);
  if (!isText(totp)) return NO_CODE;
  const result = readOtpText(totp, { issuer: textOf(item['name']), account: textOf(username) });
  if (result.kind !== 'entry') return result;
  const addresses = (listOf(uris) ?? [])
    .map(objectOf)
    .filter(({ match }) => MATCHES_OF_SITES.includes(match))
    .map(({ uri }) => uri);
  return withSites({ kind: 'entry', entry: { ...result.entry, trashed: isText(item['deletedDate']) } }, addresses);
}

async function decryptVault(file: JsonObject, password: string | undefined): Promise<unknown> {
  // The key of the user's account encrypts the other kind.
  if (file['passwordProtected'] !== true) throw new ImportRefusal('unsupported-encryption');
  const key = await deriveKey(file, requirePassword(password));
  const [encryptionKey, macKey] = await Promise.all([expand(key, 'enc'), expand(key, 'mac')]);
  const validation = await decryptString(file['encKeyValidation_DO_NOT_EDIT'], encryptionKey, macKey);
  if (validation === undefined) throw new ImportRefusal('wrong-password');
  const data = await decryptString(file['data'], encryptionKey, macKey);
  return parseJson(required(decodeText(required(data))));
}

async function deriveKey(file: JsonObject, password: string): Promise<Uint8Array> {
  const { kdfType, kdfIterations: iterations, kdfMemory, kdfParallelism: parallelism } = file;
  const salt = new TextEncoder().encode(required(isText(file['salt']) ? file['salt'] : undefined));
  if (kdfType === PBKDF2) return derivePbkdf2({ password, salt, iterations, hash: 'SHA-256', lengthInBytes: 32 });
  if (kdfType !== ARGON2ID) throw new ImportRefusal('unsupported-encryption');
  return deriveArgon2id({
    password,
    salt: new Uint8Array(await crypto.subtle.digest('SHA-256', salt)),
    memoryInKiB: Number(kdfMemory) * KIB_IN_MIB,
    iterations,
    parallelism,
  });
}

/** The expand step of HKDF for one block: RFC 5869 section 2.3. */
async function expand(key: Uint8Array, info: string): Promise<Bytes> {
  return hmac('SHA-256', new Uint8Array(key), concatBytes(new TextEncoder().encode(info), Uint8Array.of(1)));
}

/** `2.iv|ciphertext|mac`: AES-256-CBC, then HMAC-SHA-256. `undefined` when the MAC is another. */
async function decryptString(sealed: unknown, encryptionKey: Bytes, macKey: Bytes): Promise<Bytes | undefined> {
  if (!isText(sealed)) throw new ImportRefusal('corrupt');
  if (!sealed.startsWith('2.')) throw new ImportRefusal('unsupported-encryption');
  const parts = sealed.slice(2).split('|').map(parseBase64);
  const [iv, ciphertext, mac] = [required(parts[0]), required(parts[1]), required(parts[2])];
  if (!equalBytes(await hmac('SHA-256', macKey, concatBytes(iv, ciphertext)), mac)) return undefined;
  return decryptAesCbc({ key: encryptionKey, iv, ciphertext });
}
