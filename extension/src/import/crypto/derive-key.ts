import { argon2id, scrypt } from 'hash-wasm';
import { ImportRefusal } from '../import-refusal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * What a file may ask of the device. Ente's own exports take 1 GiB four times over, in whatever proportion of memory
 * and passes, which is a few seconds.
 */
const MAX_MEMORY_IN_KIB = 1_048_576;
const MAX_KIB_PASSES = 8 * MAX_MEMORY_IN_KIB;
const MAX_PBKDF2_ITERATIONS = 2_000_000;
const MAX_SCRYPT_BLOCKS = 2 ** 21;

/** RFC 8018 section 5.2. `iterations` is as the file has it. */
export interface Pbkdf2Options {
  readonly password: string;
  readonly salt: Bytes;
  readonly iterations: unknown;
  readonly hash: 'SHA-1' | 'SHA-256';
  readonly lengthInBytes: number;
}

/** @throws ImportRefusal `kdf-too-costly`, or `corrupt` for a cost that is none */
export async function derivePbkdf2({ password, salt, iterations, hash, lengthInBytes }: Pbkdf2Options): Promise<Bytes> {
  const rounds = cost(iterations, MAX_PBKDF2_ITERATIONS);
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', salt, iterations: rounds, hash }, key, lengthInBytes * 8),
  );
}

/** RFC 9106 section 3.1; 32 bytes unless said otherwise. The costs are as the file has them. */
export interface Argon2idOptions {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly memoryInKiB: unknown;
  readonly iterations: unknown;
  readonly parallelism: unknown;
  readonly lengthInBytes?: number;
}

/** @throws ImportRefusal `kdf-too-costly`, or `corrupt` for a cost that is none */
export async function deriveArgon2id(options: Argon2idOptions): Promise<Uint8Array> {
  const memorySize = cost(options.memoryInKiB, MAX_MEMORY_IN_KIB);
  const iterations = cost(options.iterations, MAX_KIB_PASSES);
  const parallelism = cost(options.parallelism, 255);
  if (memorySize * iterations > MAX_KIB_PASSES) throw new ImportRefusal('kdf-too-costly');
  // RFC 9106 section 3.1, and the length of salt that hash-wasm takes.
  if (memorySize < 8 * parallelism || options.salt.length < 8) throw new ImportRefusal('corrupt');
  return affordable(
    argon2id({
      password: options.password,
      salt: options.salt,
      memorySize,
      iterations,
      parallelism,
      hashLength: options.lengthInBytes ?? 32,
      outputType: 'binary',
    }),
  );
}

/** The N, r and p of RFC 7914, as the file has them. */
export interface ScryptOptions {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly costFactor: unknown;
  readonly blockSize: unknown;
  readonly parallelism: unknown;
}

/**
 * 32 bytes.
 * @throws ImportRefusal `kdf-too-costly`, or `corrupt` for a cost that is none
 * @see RFC 7914 section 2
 */
export async function deriveScrypt(options: ScryptOptions): Promise<Uint8Array> {
  const costFactor = cost(options.costFactor, MAX_SCRYPT_BLOCKS);
  const blockSize = cost(options.blockSize, MAX_SCRYPT_BLOCKS);
  const parallelism = cost(options.parallelism, MAX_SCRYPT_BLOCKS);
  if (costFactor * blockSize * parallelism > MAX_SCRYPT_BLOCKS) throw new ImportRefusal('kdf-too-costly');
  if (costFactor < 2 || !Number.isInteger(Math.log2(costFactor)) || options.salt.length === 0) {
    throw new ImportRefusal('corrupt');
  }
  return affordable(
    scrypt({
      password: options.password,
      salt: options.salt,
      costFactor,
      blockSize,
      parallelism,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
}

function cost(value: unknown, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw new ImportRefusal('corrupt');
  if (value > max) throw new ImportRefusal('kdf-too-costly');
  return value;
}

/** A device may have less memory than we would take. */
async function affordable<Key>(derivation: Promise<Key>): Promise<Key> {
  try {
    return await derivation;
  } catch (cause) {
    if (cause instanceof RangeError || cause instanceof WebAssembly.RuntimeError) {
      throw new ImportRefusal('kdf-too-costly', { cause });
    }
    throw cause;
  }
}
