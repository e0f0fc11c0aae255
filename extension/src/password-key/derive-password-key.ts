import { argon2id } from 'hash-wasm';
import { base64ToBytes, bytesToBase64 } from '../base64.ts';
import type { PasswordKeyParameters } from './parameters.ts';

/**
 * The 32-byte key of a password as Base64. It blocks its thread for about a second, so it runs in the page that asked
 * for the password, where nobody else waits, and never in the background.
 */
export async function derivePasswordKey(password: string, parameters: PasswordKeyParameters): Promise<string> {
  const key = await argon2id({
    // Keyboards differ in how they compose an accent.
    password: password.normalize('NFKC'),
    salt: base64ToBytes(parameters.saltBase64),
    memorySize: parameters.memoryInKiB,
    iterations: parameters.iterations,
    parallelism: parameters.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return bytesToBase64(key);
}
