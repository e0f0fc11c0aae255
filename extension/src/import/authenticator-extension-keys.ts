import { hashLike, parseArgon2Phc, verifyArgon2 } from './argon2-phc.ts';
import { required } from './bytes.ts';
import { decryptCryptoJs } from './crypto/crypto-js.ts';
import { ImportRefusal } from './import-refusal.ts';
import { isObject, isText, type JsonObject } from './json.ts';

/** Pass phrases by the identifier of their key; `undefined` for a key that the password doesn't open. */
export type PassPhrases = ReadonlyMap<string, string | undefined>;

/** Under this identifier stands what encrypts bare secrets. */
export const SECRETS_KEY = '';

// Each costs two derivations.
const MAX_KEYS = 4;

/**
 * Derives the pass phrases as the versions of the extension did: a hash of the password for each key of its own
 * (from 8), a random one that the password wraps (7), or the password itself.
 * @see https://github.com/Authenticator-Extension/Authenticator/blob/dev/src/models/encryption.ts
 */
export async function openPassPhrases(backup: JsonObject, password: string): Promise<PassPhrases> {
  const records = Object.values(backup).filter(isObject);
  const keys = records.filter(({ dataType, id }) => dataType === 'Key' && isText(id));
  if (keys.length > MAX_KEYS) throw new ImportRefusal('kdf-too-costly');
  const phrases = new Map<string, string | undefined>();
  for (const key of keys) phrases.set(String(key['id']), await hashedPassword(key, password));
  const wrapped = [backup, ...records].find(({ enc, hash }) => isText(enc) && isText(hash));
  return phrases.set(SECRETS_KEY, wrapped === undefined ? password : await unwrap(wrapped, password));
}

async function hashedPassword({ salt, hash }: JsonObject, password: string): Promise<string | undefined> {
  if (!isText(salt) || !isText(hash)) throw new ImportRefusal('corrupt');
  const phc = required(parseArgon2Phc(hash));
  const phrase = await hashLike(phc, password, new TextEncoder().encode(salt));
  return (await verifyArgon2(phc, phrase)) ? phrase : undefined;
}

async function unwrap({ enc, hash }: JsonObject, password: string): Promise<string | undefined> {
  const phc = required(parseArgon2Phc(String(hash)));
  const key = await decryptCryptoJs(String(enc), password);
  if (key === undefined) return undefined;
  const phrase = Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (await verifyArgon2(phc, phrase)) ? phrase : undefined;
}
