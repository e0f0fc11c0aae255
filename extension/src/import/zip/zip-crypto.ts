import { crc32Step } from './crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const HEADER_LENGTH = 12;
const MULTIPLIER = 134_775_813;

/**
 * Decrypts a member in the traditional way; `undefined` when the password is wrong for certain. One in 128 wrong ones
 * passes, and then the CRC tells.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT section 6.1
 */
export function decryptZipCrypto(data: Bytes, password: string, checkBytes: readonly number[]): Bytes | undefined {
  let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];

  function update(byte: number): void {
    key0 = crc32Step(key0, byte);
    key1 = (Math.imul(key1 + (key0 & 0xff), MULTIPLIER) + 1) >>> 0;
    key2 = crc32Step(key2, key1 >>> 24);
  }

  new TextEncoder().encode(password).forEach(update);
  const plaintext = data.map((byte) => {
    const mask = (key2 & 0xffff) | 2;
    const plain = byte ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 0xff);
    update(plain);
    return plain;
  });
  const check = plaintext[HEADER_LENGTH - 1];
  return check !== undefined && checkBytes.includes(check) ? plaintext.subarray(HEADER_LENGTH) : undefined;
}
