import { equalBytes, parseBase64 } from './bytes.ts';
import { deriveArgon2id } from './crypto/derive-key.ts';
import { bytesToBase64 } from '../base64.ts';

/** An Argon2id hash with its cost, as PHC strings write it. */
export interface Argon2Phc {
  readonly cost: { readonly memoryInKiB: number; readonly iterations: number; readonly parallelism: number };
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,10}),t=(\d{1,10}),p=(\d{1,10})\$([^$]+)\$([^$]+)$/;

/**
 * `undefined` for a text that is none.
 * @see https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md
 */
export function parseArgon2Phc(text: string): Argon2Phc | undefined {
  const [, memory, iterations, parallelism, saltBase64, hashBase64] = PHC.exec(text) ?? [];
  const salt = parseBase64(saltBase64);
  const hash = parseBase64(hashBase64);
  if (salt === undefined || hash === undefined || hash.length < 16 || hash.length > 64) return undefined;
  const cost = { memoryInKiB: Number(memory), iterations: Number(iterations), parallelism: Number(parallelism) };
  return { cost, salt, hash };
}

/**
 * The last part of the PHC string of a password, at the cost of another.
 * @throws ImportRefusal `kdf-too-costly`
 */
export async function hashLike({ cost, hash }: Argon2Phc, password: string, salt: Uint8Array): Promise<string> {
  const derived = await deriveArgon2id({ ...cost, password, salt, lengthInBytes: hash.length });
  return bytesToBase64(derived).replaceAll('=', '');
}

/** @throws ImportRefusal `kdf-too-costly` */
export async function verifyArgon2({ cost, salt, hash }: Argon2Phc, password: string): Promise<boolean> {
  return equalBytes(await deriveArgon2id({ ...cost, password, salt, lengthInBytes: hash.length }), hash);
}
