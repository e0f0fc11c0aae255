import { bytesToBase64 } from '../base64.ts';

/**
 * The `typ` of a backup: a compact JWE (RFC 7516) under a key that Argon2id makes of a password. Its header has, beside `alg: "dir"` and
 * `enc: "A256GCM"`, the parameters of that in `kdf` and in `kid` what tells a wrong password from damage.
 */
export const BACKUP_TYPE = 'lifeguard-backup+jwe';
/** The version of what is inside. A newer one is refused, never guessed at. */
export const BACKUP_FORMAT = 1;

const KEY_ID_BYTES = 12;

/** Tells one key from another, and nothing about it. */
export async function backupKeyId(key: Uint8Array): Promise<string> {
  const context = new TextEncoder().encode('lifeguard/backup/key-id/');
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.of(...context, ...key));
  return bytesToBase64(new Uint8Array(digest).subarray(0, KEY_ID_BYTES));
}
