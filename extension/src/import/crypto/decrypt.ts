import { ImportRefusal } from '../import-refusal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const TAG_LENGTH = 16;

/** What both modes need. */
export interface AesOptions {
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
}

/**
 * AES-GCM with the tag at the end; `undefined` when the tag doesn't match, which may be a wrong key or damage.
 * @throws ImportRefusal `corrupt` for what is too short to have one
 */
export async function decryptAesGcm({
  key,
  iv,
  ciphertext,
  additionalData,
}: AesOptions & { readonly additionalData?: Bytes }): Promise<Bytes | undefined> {
  if (iv.length === 0 || ciphertext.length < TAG_LENGTH) throw new ImportRefusal('corrupt');
  return decrypt({ name: 'AES-GCM', iv, ...(additionalData && { additionalData }) }, key, ciphertext);
}

/** AES-CBC with PKCS #7 padding; `undefined` when the padding is none, which a wrong key passes once in 256 times. */
export async function decryptAesCbc({ key, iv, ciphertext }: AesOptions): Promise<Bytes | undefined> {
  if (iv.length !== 16) return undefined;
  return decrypt({ name: 'AES-CBC', iv }, key, ciphertext);
}

async function decrypt(
  algorithm: { readonly name: string; readonly iv: Bytes },
  keyBytes: Uint8Array,
  ciphertext: Bytes,
): Promise<Bytes | undefined> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(keyBytes), algorithm.name, false, ['decrypt']);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, ciphertext));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}

/** The MAC of the data: RFC 2104. */
export async function hmac(hash: 'SHA-1' | 'SHA-256', keyBytes: Bytes, data: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', keyBytes, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
}
