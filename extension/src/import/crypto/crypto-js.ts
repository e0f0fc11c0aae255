import { createMD5 } from 'hash-wasm';
import { concatBytes, parseBase64 } from '../bytes.ts';
import { decryptAesCbc } from './decrypt.ts';

const PREFIX = new TextEncoder().encode('Salted__');
const SALT_LENGTH = 8;
const KEY_LENGTH = 32;
const IV_LENGTH = 16;

/**
 * Decrypts what `CryptoJS.AES.encrypt` made with a pass phrase: AES-256-CBC, key and IV by OpenSSL's EVP_BytesToKey
 * with MD5. It has no MAC: `undefined` is a wrong pass phrase for certain, bytes are the right ones only when they
 * make sense.
 * @see https://cryptojs.gitbook.io/docs#the-cipher-input
 */
export async function decryptCryptoJs(text: string, passPhrase: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = parseBase64(text);
  const headLength = PREFIX.length + SALT_LENGTH;
  if (bytes === undefined || bytes.length <= headLength || bytes.length % 16 !== 0) return undefined;
  const derived = await deriveByMd5(passPhrase, bytes.subarray(PREFIX.length, headLength));
  return decryptAesCbc({
    key: derived.subarray(0, KEY_LENGTH),
    iv: derived.slice(KEY_LENGTH, KEY_LENGTH + IV_LENGTH),
    ciphertext: bytes.slice(headLength),
  });
}

async function deriveByMd5(passPhrase: string, salt: Uint8Array): Promise<Uint8Array> {
  const md5 = await createMD5();
  const data = concatBytes(new TextEncoder().encode(passPhrase), salt);
  let derived = concatBytes();
  let last = concatBytes();
  while (derived.length < KEY_LENGTH + IV_LENGTH) {
    last = concatBytes(md5.init().update(last).update(data).digest('binary'));
    derived = concatBytes(derived, last);
  }
  return derived;
}
