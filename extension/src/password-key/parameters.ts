import { base64ToBytes, bytesToBase64 } from '../base64.ts';

/** How a password was made into a key; stored beside the vault, so that stronger values can come later. */
export interface PasswordKeyParameters {
  readonly algorithm: 'argon2id';
  readonly memoryInKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly saltBase64: string;
}

/** RFC 9106 section 4, the second recommended option, with one lane because a page has one thread. */
const COST = { algorithm: 'argon2id', memoryInKiB: 65_536, iterations: 3, parallelism: 1 } as const;

/** Whether today's parameters cost more: the password is then made into a key anew. */
export function isOutdated({ memoryInKiB, iterations }: PasswordKeyParameters): boolean {
  return memoryInKiB * iterations < COST.memoryInKiB * COST.iterations;
}

const SALT_BYTES = 16;
/** What a stored vault may ask a page to compute; anything else is damage. */
const BOUNDS = {
  memoryInKiB: { min: 8192, max: 1_048_576 },
  iterations: { min: 1, max: 16 },
  parallelism: { min: 1, max: 4 },
} as const;

/** Parameters for a new password, with a salt of `randomBytes`. */
export function newPasswordKeyParameters(randomBytes: (length: number) => Uint8Array): PasswordKeyParameters {
  return { ...COST, saltBase64: bytesToBase64(randomBytes(SALT_BYTES)) };
}

/** Reads stored parameters; `undefined` when they are not of this version or would cost out of bounds. */
export function parsePasswordKeyParameters(value: unknown): PasswordKeyParameters | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { algorithm, saltBase64, ...costs } = value as Record<string, unknown>;
  if (algorithm !== 'argon2id' || typeof saltBase64 !== 'string') return undefined;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(saltBase64) || base64ToBytes(saltBase64).length !== SALT_BYTES) return undefined;
  const memoryInKiB = within(costs['memoryInKiB'], BOUNDS.memoryInKiB);
  const iterations = within(costs['iterations'], BOUNDS.iterations);
  const parallelism = within(costs['parallelism'], BOUNDS.parallelism);
  if (memoryInKiB === undefined || iterations === undefined || parallelism === undefined) return undefined;
  return { algorithm, memoryInKiB, iterations, parallelism, saltBase64 };
}

function within(value: unknown, { min, max }: { min: number; max: number }): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined;
}
