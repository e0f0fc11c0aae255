import { required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { decryptAesCbc, decryptAesGcm } from './crypto/decrypt.ts';
import { deriveArgon2id, derivePbkdf2 } from './crypto/derive-key.ts';
import { decodeText, parseJson } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, rejected } from './import-result.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, listOf, objectOf } from './json.ts';
import { readKey } from './read-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const HEADER = 'AUTHENTICATORPRO';
const LEGACY_HEADER = 'AuthenticatorPro';
// 3 is mOTP and 5 is Yandex.
const TYPES: Readonly<Record<string, string>> = { 1: 'hotp', 2: 'totp', 4: 'steam' };
const ALGORITHMS: Readonly<Record<string, string>> = { 0: 'SHA1', 1: 'SHA256', 2: 'SHA512' };

/**
 * Stratum, formerly Authenticator Pro.
 * @see https://github.com/stratumauth/app/blob/master/doc/BACKUP_FORMAT.md
 */
export const stratum: Importer = {
  format: 'stratum',
  recognizes: ({ bytes, json }) =>
    (isObject(json) && Array.isArray(json['Authenticators'])) || headerOf(bytes) !== undefined,
  async read({ bytes, json }, password) {
    const backup = json ?? (await decryptBackup(bytes, requirePassword(password)));
    return collectEntries(required(listOf(objectOf(backup)['Authenticators'])).map(readAuthenticator));
  },
};

function headerOf(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, HEADER.length));
  return [HEADER, LEGACY_HEADER].find((header) => header === text);
}

function readAuthenticator(authenticator: unknown): EntryResult {
  if (!isObject(authenticator)) return rejected('not-an-entry', '');
  return readKey({
    type: TYPES[String(authenticator['Type'])] ?? '?',
    issuer: authenticator['Issuer'],
    account: authenticator['Username'],
    secret: authenticator['Secret'],
    algorithm: ALGORITHMS[String(authenticator['Algorithm'] ?? 0)] ?? '?',
    digits: authenticator['Digits'],
    periodInSeconds: authenticator['Period'],
    counter: authenticator['Counter'],
  });
}

async function decryptBackup(bytes: Bytes, password: string): Promise<unknown> {
  const isLegacy = headerOf(bytes) === LEGACY_HEADER;
  const plaintext = await (isLegacy ? decryptLegacy : decryptCurrent)(bytes.subarray(HEADER.length), password);
  const text = plaintext && decodeText(plaintext);
  if (text === undefined) throw new ImportRefusal('wrong-password');
  try {
    return parseJson(text);
  } catch (cause) {
    // CBC has no tag: a wrong password may give a text that is none.
    throw isLegacy ? new ImportRefusal('wrong-password', { cause }) : cause;
  }
}

async function decryptCurrent(body: Bytes, password: string): Promise<Bytes | undefined> {
  const [salt, iv, ciphertext] = [body.slice(0, 16), body.slice(16, 28), body.slice(28)];
  if (ciphertext.length < 16) throw new ImportRefusal('corrupt');
  const key = await deriveArgon2id({ password, salt, memoryInKiB: 65_536, iterations: 3, parallelism: 4 });
  return decryptAesGcm({ key, iv, ciphertext });
}

async function decryptLegacy(body: Bytes, password: string): Promise<Bytes | undefined> {
  const [salt, iv, ciphertext] = [body.slice(0, 20), body.slice(20, 36), body.slice(36)];
  if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) throw new ImportRefusal('corrupt');
  const key = await derivePbkdf2({ password, salt, iterations: 64_000, hash: 'SHA-1', lengthInBytes: 32 });
  return decryptAesCbc({ key, iv, ciphertext });
}
