import { Secret } from 'otpauth';

/** The bytes of a secret that was parsed. */
export function secretBytes(secretBase32: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Secret.fromBase32(secretBase32).bytes);
}

/** Bytes as a secret: Base32 without padding (RFC 4648 section 6). */
export function secretOfBytes(bytes: Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}
