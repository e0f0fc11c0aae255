import { required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { decryptAesGcm } from './crypto/decrypt.ts';
import { derivePbkdf2 } from './crypto/derive-key.ts';
import { decodeText, parseJson } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { looksLikeNoise } from './looks-like-noise.ts';
import { type EntryResult, type ImportedExport, rejected } from './import-result.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, listOf } from './json.ts';
import { readKey } from './read-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const ITERATIONS_LENGTH = 4;
const SALT_LENGTH = 12;
const IV_LENGTH = 12;
const TAG_LENGTH = 16;
const OLD_LENGTH = IV_LENGTH + TAG_LENGTH;
// The app draws from 140,000 to 160,000.
const ITERATIONS = { min: 1000, max: 1_000_000 } as const;
// Archives, pictures, sound, fonts, SQLite, PDF, Java's serialised objects, and what others have encrypted (OpenPGP, KeePass): each may
// look as much like noise as an old backup.
const OTHER_MARKS = [
  [0x50, 0x4b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x53, 0x51, 0x4c, 0x69],
  [0x1f, 0x8b],
  [0x25, 0x50, 0x44, 0x46],
  [0xac, 0xed],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x42, 0x5a, 0x68],
  [0x52, 0x61, 0x72, 0x21],
  [0x52, 0x49, 0x46, 0x46],
  [0x4f, 0x67, 0x67, 0x53],
  [0x77, 0x4f, 0x46],
  [0x8c, 0x0d, 0x04],
  [0x03, 0xd9, 0xa2, 0x9a],
  [0x53, 0x61, 0x6c, 0x74, 0x65, 0x64, 0x5f, 0x5f],
];

/** @see https://github.com/andOTP/andOTP/wiki/Backup-format */
export const andotp: Importer = {
  format: 'andotp',
  recognizes: ({ json }) => Array.isArray(json) && json.some(isToken),
  read: ({ json }) => readTokens(json),
};

/**
 * The app's encrypted backups, new and old. They have no mark, so this stands behind all other importers and asks for a
 * likely number of iterations, the app's file name, a password that somebody offers for the file, or bytes like noise: an
 * old one is nothing but nonce, ciphertext and tag.
 */
export const andotpEncrypted: Importer = {
  format: 'andotp',
  recognizes: ({ bytes, text, fileName, hasPassword }) =>
    text === undefined &&
    !hasOtherMark(bytes) &&
    (isNewBackup(bytes) ||
      (bytes.length >= OLD_LENGTH && (hasPassword || /\.json\.aes$/i.test(fileName) || looksLikeNoise(bytes)))),
  async read({ bytes }, password) {
    const plaintext = await decryptBackup(bytes, requirePassword(password));
    if (plaintext === undefined) throw new ImportRefusal('wrong-password');
    return readTokens(parseJson(required(decodeText(plaintext))));
  },
};

/** Whether the first bytes are those of a well-known kind of file. */
function hasOtherMark(bytes: Bytes): boolean {
  return OTHER_MARKS.some((mark) => mark.every((byte, place) => bytes[place] === byte));
}

function isToken(token: unknown): boolean {
  return isObject(token) && 'secret' in token && 'label' in token;
}

function isNewBackup(bytes: Bytes): boolean {
  const iterations = iterationsOf(bytes);
  return iterations >= ITERATIONS.min && iterations <= ITERATIONS.max;
}

function iterationsOf(bytes: Bytes): number {
  if (bytes.length < ITERATIONS_LENGTH) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

function readTokens(tokens: unknown): ImportedExport {
  return collectEntries(required(listOf(tokens)).map(readToken));
}

function readToken(token: unknown): EntryResult {
  if (!isObject(token)) return rejected('not-an-entry', '');
  return readKey({
    type: token['type'],
    issuer: token['issuer'],
    account: token['label'],
    secret: token['secret'],
    algorithm: token['algorithm'],
    digits: token['digits'],
    periodInSeconds: token['period'],
    counter: token['counter'],
  });
}

async function decryptBackup(bytes: Bytes, password: string): Promise<Bytes | undefined> {
  if (!isNewBackup(bytes)) return decryptOld(bytes, password);
  const salt = bytes.slice(ITERATIONS_LENGTH, ITERATIONS_LENGTH + SALT_LENGTH);
  const sealed = bytes.slice(ITERATIONS_LENGTH + SALT_LENGTH);
  if (sealed.length < OLD_LENGTH) throw new ImportRefusal('corrupt');
  const iterations = iterationsOf(bytes);
  const key = await derivePbkdf2({ password, salt, iterations, hash: 'SHA-1', lengthInBytes: 32 });
  // An old backup may begin with the same bytes by chance.
  return (await open(key, sealed)) ?? decryptOld(bytes, password);
}

async function decryptOld(bytes: Bytes, password: string): Promise<Bytes | undefined> {
  const key = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(password));
  return open(new Uint8Array(key), bytes);
}

async function open(key: Uint8Array, sealed: Bytes): Promise<Bytes | undefined> {
  return decryptAesGcm({ key, iv: sealed.slice(0, IV_LENGTH), ciphertext: sealed.slice(IV_LENGTH) });
}
