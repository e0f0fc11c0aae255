import { base64ToBytes, bytesToBase64 } from '../base64.ts';

/** AES-256-GCM (NIST SP 800-38D) with a random initialisation vector of 96 bits. */
export interface Sealed {
  readonly ivBase64: string;
  readonly dataBase64: string;
}

const IV_BYTES = 12;

export async function seal(key: CryptoKey, plaintext: Uint8Array<ArrayBuffer>, associated: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt(gcm(iv, associated), key, plaintext);
  return { ivBase64: bytesToBase64(iv), dataBase64: bytesToBase64(new Uint8Array(data)) };
}

/** Returns `undefined` when key, data or associated data are not those that it was sealed with. */
export async function unseal(
  key: CryptoKey,
  { ivBase64, dataBase64 }: Sealed,
  associated: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const data = await crypto.subtle.decrypt(gcm(base64ToBytes(ivBase64), associated), key, base64ToBytes(dataBase64));
    return new Uint8Array(data);
  } catch (error) {
    // OperationError: the tag is wrong. InvalidCharacterError: no Base64. Anything else is a mistake of ours.
    if (error instanceof DOMException && ['OperationError', 'InvalidCharacterError'].includes(error.name))
      return undefined;
    throw error;
  }
}

export function importAesKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function gcm(iv: Uint8Array<ArrayBuffer>, associated: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(associated) };
}
