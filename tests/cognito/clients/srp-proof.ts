import { createHash, createHmac, randomBytes } from 'node:crypto';

/** RFC 3526 group 15, computed as it is defined there: 2^3072 - 2^3008 - 1 + 2^64 * ([2^2942 pi] + 1690314). */
const N = 2n ** 3072n - 2n ** 3008n - 1n + 2n ** 64n * (scaledPi(2942n) + 1_690_314n);
const G = 2n;
const K = toBigInt(sha256(octets(N), octets(G)));

/** The client's half of an SRP-6a exchange, as programs on a server have to write it (contract section 3.7). */
export class SrpProof {
  private readonly a = toBigInt(randomBytes(32));
  private readonly publicValue = power(G, this.a);
  /** SRP_A. */
  readonly aHex = this.publicValue.toString(16);

  /** What to answer PASSWORD_VERIFIER with. */
  answer(
    { poolId, password }: { readonly poolId: string; readonly password: string },
    parameters: Readonly<Record<string, string>>,
    now: Date,
  ): Readonly<Record<string, string>> {
    const { SALT = '', SRP_B = '', SECRET_BLOCK = '', USER_ID_FOR_SRP: user = '' } = parameters;
    const pool = poolId.split('_')[1] ?? '';
    const b = BigInt(`0x${SRP_B}`);
    const u = toBigInt(sha256(octets(this.publicValue), octets(b)));
    const inner = sha256(Buffer.from(`${pool}${user}:${password}`));
    const x = toBigInt(sha256(octets(BigInt(`0x${SALT}`)), inner));
    const base = (((b - K * power(G, x)) % N) + N) % N;
    return claim({ pool, user, secretBlock: SECRET_BLOCK, u, s: power(base, this.a + u * x) }, now);
  }
}

/** What whoever has sent a public value of zero knows: the shared secret is zero then, whatever the password is. */
export function answerForZero(
  { poolId }: { readonly poolId: string },
  aHex: string,
  { SRP_B = '', SECRET_BLOCK: secretBlock = '', USER_ID_FOR_SRP: user = '' }: Readonly<Record<string, string>>,
  now: Date,
): Readonly<Record<string, string>> {
  const u = toBigInt(sha256(octets(BigInt(`0x${aHex}`)), octets(BigInt(`0x${SRP_B}`))));
  return claim({ pool: poolId.split('_')[1] ?? '', user, secretBlock, u, s: 0n }, now);
}

export const MODULUS_HEX = N.toString(16);

function claim(
  exchange: {
    readonly pool: string;
    readonly user: string;
    readonly secretBlock: string;
    readonly u: bigint;
    readonly s: bigint;
  },
  now: Date,
): Readonly<Record<string, string>> {
  const { pool, user, secretBlock, u, s } = exchange;
  const key = hmac(hmac(octets(u), octets(s)), Buffer.from('Caldera Derived Key\u0001')).subarray(0, 16);
  const TIMESTAMP = timestamp(now);
  const signed = Buffer.concat([Buffer.from(pool + user), Buffer.from(secretBlock, 'base64'), Buffer.from(TIMESTAMP)]);
  return {
    USERNAME: user,
    PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
    PASSWORD_CLAIM_SIGNATURE: hmac(key, signed).toString('base64'),
    TIMESTAMP,
  };
}

/** `Mon Nov 9 07:05:03 UTC 2026` */
function timestamp(now: Date): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = now.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest % 2n === 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}

/** Whole octets, with a zero before a leading bit that is set. */
function octets(value: bigint): Buffer {
  const hex = value.toString(16);
  const whole = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return (whole[0] ?? 0) < 0x80 ? whole : Buffer.concat([Buffer.alloc(1), whole]);
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function hmac(key: Buffer, text: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function toBigInt(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

/** [2^bits pi] by Machin's formula: pi = 16 arctan(1/5) - 4 arctan(1/239). */
function scaledPi(bits: bigint): bigint {
  const guard = 64n;
  const one = 2n ** (bits + guard);
  const arctan = (of: bigint) => {
    let term = one / of;
    let sum = term;
    for (let divisor = 3n; term !== 0n; divisor += 2n) {
      term = -term / (of * of);
      sum += term / divisor;
    }
    return sum;
  };
  return (16n * arctan(5n) - 4n * arctan(239n)) >> guard;
}
