import { bytesToBase64 } from '../base64.ts';

/** Another use of the same passkey would get another key. */
const INFO = 'lifeguard/1/passkey-key';
const KEY_BITS = 256;

/** The 32-byte key of a passkey as Base64: HKDF (RFC 5869) with SHA-256 of what its PRF gives, which is random already and needs no salt. */
export async function derivePasskeyKey(prfOutput: Uint8Array<ArrayBuffer>): Promise<string> {
  const material = await crypto.subtle.importKey('raw', prfOutput, 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(INFO) };
  return bytesToBase64(new Uint8Array(await crypto.subtle.deriveBits(parameters, material, KEY_BITS)));
}
