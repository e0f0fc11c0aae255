import { concatBytes, parseBase64, parseHex, required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { decryptAesGcm } from './crypto/decrypt.ts';
import { deriveScrypt } from './crypto/derive-key.ts';
import { decodeText, parseJson } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, rejected } from './import-result.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, type JsonObject, listOf, objectOf } from './json.ts';
import { readKey } from './read-key.ts';

const VERSION = 1;
const PASSWORD_SLOT = 1;
// One derivation takes a tenth of a second; people have two or three of these.
const MAX_PASSWORD_SLOTS = 16;

/** @see https://github.com/beemdevelopment/Aegis/blob/master/docs/vault.md */
export const aegis: Importer = {
  format: 'aegis',
  recognizes: ({ json }) => isObject(json) && isObject(json['header']) && 'db' in json,
  async read({ json }, password) {
    const { version, header, db } = objectOf(json);
    if (version !== VERSION) throw new ImportRefusal('unsupported-version');
    const database = typeof db === 'string' ? await decryptDatabase(db, objectOf(header), password) : db;
    return collectEntries(required(listOf(objectOf(database)['entries'])).map(readEntry));
  },
};

function readEntry(entry: unknown): EntryResult {
  if (!isObject(entry)) return rejected('not-an-entry', '');
  const { type, issuer, name } = entry;
  const info = objectOf(entry['info']);
  return readKey({
    type: type ?? '?',
    issuer,
    account: name,
    secret: info['secret'],
    algorithm: info['algo'],
    digits: info['digits'],
    periodInSeconds: info['period'],
    counter: info['counter'],
  });
}

async function decryptDatabase(db: string, header: JsonObject, password: string | undefined): Promise<unknown> {
  const masterKey = await openSlots(header, requirePassword(password));
  const plaintext = await decryptSealed(masterKey, required(parseBase64(db)), header['params']);
  // The slot was opened, so the password is right.
  return parseJson(required(decodeText(required(plaintext))));
}

/** The master key, from the first slot that the password opens. */
async function openSlots(header: JsonObject, password: string): Promise<Uint8Array> {
  const slots = (listOf(header['slots']) ?? []).map(objectOf).filter(({ type }) => type === PASSWORD_SLOT);
  if (slots.length === 0) throw new ImportRefusal('unsupported-encryption');
  if (slots.length > MAX_PASSWORD_SLOTS) throw new ImportRefusal('kdf-too-costly');
  for (const slot of slots) {
    const key = await deriveScrypt({
      password,
      salt: required(parseHex(slot['salt'])),
      costFactor: slot['n'],
      blockSize: slot['r'],
      parallelism: slot['p'],
    });
    const masterKey = await decryptSealed(key, required(parseHex(slot['key'])), slot['key_params']);
    if (masterKey?.length === 32) return masterKey;
  }
  throw new ImportRefusal('wrong-password');
}

async function decryptSealed(
  key: Uint8Array,
  ciphertext: Uint8Array,
  parameters: unknown,
): ReturnType<typeof decryptAesGcm> {
  const { nonce, tag } = objectOf(parameters);
  return decryptAesGcm({
    key,
    iv: required(parseHex(nonce)),
    ciphertext: concatBytes(ciphertext, required(parseHex(tag))),
  });
}
