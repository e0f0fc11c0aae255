import { openPassPhrases, type PassPhrases, SECRETS_KEY } from './authenticator-extension-keys.ts';
import { parseHex } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { decryptCryptoJs } from './crypto/crypto-js.ts';
import { decodeText } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, rejected } from './import-result.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, isText, objectOf, textOf } from './json.ts';
import { readKey } from './read-key.ts';

const BATTLE_NET_DIGITS = 8;
const NO_RECORDS = ['enc', 'hash', 'UserSettings'];

/**
 * The browser extension Authenticator: records by identifier. It encrypts whole records (from version 8) or their
 * secrets.
 * @see https://github.com/Authenticator-Extension/Authenticator
 */
export const authenticatorExtension: Importer = {
  format: 'authenticator-extension',
  recognizes: ({ json }) => isObject(json) && Object.values(json).some(isRecord),
  async read({ json }, password) {
    const backup = objectOf(json);
    const records = Object.entries(backup)
      .filter(isNoKey)
      .map(([, record]) => record);
    if (!records.some(isEncrypted)) return collectEntries(records.map(readRecord));
    const phrases = await openPassPhrases(backup, requirePassword(password));
    const results = await Promise.all(records.map(async (record) => openRecord(record, phrases)));
    const encrypted = results.filter((_, index) => isEncrypted(records[index]));
    if (encrypted.every(isLocked)) throw new ImportRefusal('wrong-password');
    return collectEntries(results);
  },
};

function isRecord(value: unknown): boolean {
  const { dataType, hash, secret, type } = objectOf(value);
  if (dataType === 'EncOTPStorage' || dataType === 'OTPStorage') return true;
  return dataType === undefined && isText(hash) && isText(type) && secret !== undefined;
}

/** Beside the records there are keys, settings, and, in old files, the two parts of a key. */
function isNoKey([name, value]: [string, unknown]): boolean {
  if (NO_RECORDS.includes(name)) return false;
  const { dataType, enc } = objectOf(value);
  return dataType !== 'Key' && enc === undefined;
}

function isEncrypted(record: unknown): boolean {
  const { dataType, encrypted } = objectOf(record);
  return dataType === 'EncOTPStorage' || encrypted === true;
}

function isLocked(result: EntryResult): boolean {
  return result.kind === 'rejected' && result.reason === 'wrong-password';
}

async function openRecord(record: unknown, phrases: PassPhrases): Promise<EntryResult> {
  if (!isObject(record) || !isEncrypted(record)) return readRecord(record);
  const { dataType, data, secret, keyId } = record;
  const isWhole = dataType === 'EncOTPStorage';
  const key = isWhole ? textOf(keyId) : SECRETS_KEY;
  if (!phrases.has(key)) return rejected('missing-key', textOf(record['issuer']));
  const plaintext = await decryptText(isWhole ? data : secret, phrases.get(key));
  if (plaintext === undefined) return rejected('wrong-password', textOf(record['issuer']));
  if (!isWhole) return readRecord({ ...record, secret: plaintext });
  try {
    return readRecord(JSON.parse(plaintext));
  } catch {
    return rejected('wrong-password', '');
  }
}

/** `undefined` when a phrase doesn't open it, or there is none. What makes no text was opened with a wrong one, too. */
async function decryptText(sealed: unknown, phrase: string | undefined): Promise<string | undefined> {
  if (!isText(sealed) || phrase === undefined) return undefined;
  const plaintext = await decryptCryptoJs(sealed, phrase);
  return plaintext && decodeText(plaintext);
}

function readRecord(record: unknown): EntryResult {
  if (!isObject(record)) return rejected('not-an-entry', '');
  const type = textOf(record['type']);
  const { issuer, account, secret, algorithm, digits, period: periodInSeconds, counter } = record;
  const fields = { type, issuer, account, secret, algorithm, digits, periodInSeconds, counter };
  if (type === 'hex') return readKey({ ...fields, type: 'totp', secret: hexSecret(secret) });
  if (type === 'hhex') return readKey({ ...fields, type: 'hotp', secret: hexSecret(secret) });
  if (type === 'battle') return readKey({ ...fields, type: 'totp', digits: BATTLE_NET_DIGITS });
  return readKey(fields);
}

function hexSecret(secret: unknown): unknown {
  return parseHex(textOf(secret)) ?? '?';
}
