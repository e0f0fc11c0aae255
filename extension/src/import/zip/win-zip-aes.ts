import { ecb } from '@noble/ciphers/aes.js';
import { equalBytes } from '../bytes.ts';
import { hmac } from '../crypto/decrypt.ts';
import { derivePbkdf2 } from '../crypto/derive-key.ts';
import { ImportRefusal } from '../import-refusal.ts';
import type { WinZipAes } from './zip-directory.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const ITERATIONS = 1000;
const VERIFIER_LENGTH = 2;
const MAC_LENGTH = 10;
const BLOCK_LENGTH = 16;

/**
 * Decrypts a member with AES in counter mode; `undefined` when the password is wrong.
 * @see https://www.winzip.com/en/support/aes-encryption/
 * @throws ImportRefusal `corrupt`
 */
export async function decryptWinZipAes(
  data: Bytes,
  password: string,
  { keyLengthInBytes }: WinZipAes,
): Promise<Bytes | undefined> {
  const saltLength = keyLengthInBytes / 2;
  const start = saltLength + VERIFIER_LENGTH;
  if (data.length < start + MAC_LENGTH) throw new ImportRefusal('corrupt');
  const derived = await derivePbkdf2({
    password,
    salt: data.slice(0, saltLength),
    iterations: ITERATIONS,
    hash: 'SHA-1',
    lengthInBytes: 2 * keyLengthInBytes + VERIFIER_LENGTH,
  });
  if (!equalBytes(derived.subarray(2 * keyLengthInBytes), data.subarray(saltLength, start))) return undefined;
  const ciphertext = data.slice(start, -MAC_LENGTH);
  const mac = await hmac('SHA-1', derived.slice(keyLengthInBytes, 2 * keyLengthInBytes), ciphertext);
  // The verifier lets one wrong password in 65,536 pass.
  if (!equalBytes(mac.subarray(0, MAC_LENGTH), data.subarray(-MAC_LENGTH))) return undefined;
  const keyStream = ecb(derived.slice(0, keyLengthInBytes), { disablePadding: true }).encrypt(
    counterBlocks(ciphertext.length),
  );
  return ciphertext.map((byte, place) => byte ^ (keyStream[place] ?? 0));
}

/** Counters from 1 with the lowest byte first, other than WebCrypto's. */
function counterBlocks(length: number): Uint8Array {
  const blocks = new Uint8Array(Math.ceil(length / BLOCK_LENGTH) * BLOCK_LENGTH);
  const view = new DataView(blocks.buffer);
  for (let offset = 0; offset < blocks.length; offset += BLOCK_LENGTH) {
    view.setUint32(offset, offset / BLOCK_LENGTH + 1, true);
  }
  return blocks;
}
