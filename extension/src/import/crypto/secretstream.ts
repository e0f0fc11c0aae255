import { chacha20, hchacha } from '@noble/ciphers/chacha.js';
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { concatBytes, equalBytes } from '../bytes.ts';
import { ImportRefusal } from '../import-refusal.ts';

const HEADER_LENGTH = 24;
const KEY_LENGTH = 32;
const MAC_LENGTH = 16;
const BLOCK_LENGTH = 64;
// "expand 32-byte k", RFC 8439 section 2.3.
const SIGMA = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574);

/**
 * Opens the first message of a stream with a key of 32 bytes; `undefined` when its MAC doesn't match.
 * @throws ImportRefusal `corrupt` for what is too short
 * @see https://doc.libsodium.org/secret-key_cryptography/secretstream
 * @see https://github.com/jedisct1/libsodium/blob/master/src/libsodium/crypto_secretstream/xchacha20poly1305/secretstream_xchacha20poly1305.c
 */
export function openSecretstream(
  key: Uint8Array,
  header: Uint8Array,
  message: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  if (header.length !== HEADER_LENGTH || message.length < 1 + MAC_LENGTH) throw new ImportRefusal('corrupt');
  const subkey = new Uint32Array(8);
  hchacha(SIGMA, words(key), words(header.subarray(0, 16)), subkey);
  const streamKey = new Uint8Array(subkey.buffer);
  // The counter of the message, from 1, stands before the rest of the header.
  const nonce = concatBytes(Uint8Array.of(1, 0, 0, 0), header.subarray(16));

  const tag = message.subarray(0, 1);
  const ciphertext = message.subarray(1, -MAC_LENGTH);
  // The tag of the message is enciphered as the first byte of a block of zeros.
  const block = chacha20(streamKey, nonce, new Uint8Array(BLOCK_LENGTH), undefined, 1);
  block.set(tag);
  const authenticated = concatBytes(
    block,
    ciphertext,
    // Libsodium's own count, which is not the padding to 16 of RFC 8439.
    new Uint8Array(ciphertext.length % 16),
    length64(0),
    length64(BLOCK_LENGTH + ciphertext.length),
  );
  const macKey = chacha20(streamKey, nonce, new Uint8Array(KEY_LENGTH));
  if (!equalBytes(poly1305(authenticated, macKey), message.subarray(-MAC_LENGTH))) return undefined;
  return new Uint8Array(chacha20(streamKey, nonce, ciphertext, undefined, 2));
}

function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

function length64(length: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
}
