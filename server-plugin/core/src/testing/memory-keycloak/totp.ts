import { createHmac, randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const PERIOD_IN_SECONDS = 30;
/** Keycloak looks one step back and one ahead. */
const WINDOW = [0, -1, 1];

/** A seed of 160 bits in base32, without stray bits. */
export function newSeed(): string {
  return [...randomBytes(32)].map((byte) => ALPHABET[byte % 32]).join('');
}

/** The code of a seed at a time (RFC 6238 with HMAC-SHA-1 and six digits). */
export function totpCode(seedBase32: string, nowInMillis: number, stepsAhead = 0): string {
  const counter = Math.floor(nowInMillis / 1_000 / PERIOD_IN_SECONDS) + stepsAhead;
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', decodeBase32(seedBase32)).update(message).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export function isTotpCode(seedBase32: string, code: string, nowInMillis: number): boolean {
  return WINDOW.some((steps) => totpCode(seedBase32, nowInMillis, steps) === code);
}

function decodeBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
