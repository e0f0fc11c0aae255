import { createHash, createHmac } from 'node:crypto';

/** RFC 3526, group 15 (3072 bit), as Cognito's clients have it. */
const N = BigInt(
  '0x' +
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F' +
    '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510' +
    '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
const G = 2n;
const K = hash(padded(N), padded(G));

function hash(...parts: readonly Buffer[]): bigint {
  return BigInt(`0x${createHash('sha256').update(Buffer.concat(parts)).digest('hex')}`);
}

/** Whole octets, with a zero before a leading bit that is set: the clients' padHex. */
function padded(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/i.test(even) ? `00${even}` : even, 'hex');
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}

/** Who a verifier is for. The name of the pool is what stands after the underscore of its id. */
export interface SrpIdentity {
  readonly poolName: string;
  readonly userId: string;
}

export function makeVerifier(
  { poolName, userId }: SrpIdentity,
  password: string,
  saltHex: string,
): { readonly saltHex: string; readonly verifierHex: string } {
  const inner = createHash('sha256').update(`${poolName}${userId}:${password}`).digest();
  const x = hash(padded(fromHex(saltHex)), inner);
  return { saltHex, verifierHex: power(G, x).toString(16) };
}

/** The server's public value for a secret one: B = k v + g^b. */
export function publicValue(verifierHex: string, secretHex: string): string {
  return ((K * fromHex(verifierHex) + power(G, fromHex(secretHex))) % N).toString(16);
}

/** Whether a client's public value is one that an exchange may go on with: A mod N is not 0. */
export function isUsable(aHex: string): boolean {
  return /^[0-9a-f]+$/i.test(aHex) && fromHex(aHex) % N !== 0n;
}

/** What a client that knows the password signs, in base64. */
export function claimSignature(
  { poolName, userId }: SrpIdentity,
  exchange: { readonly aHex: string; readonly bHex: string; readonly secretHex: string; readonly verifierHex: string },
  claim: { readonly secretBlock: string; readonly timestamp: string },
): string {
  const a = fromHex(exchange.aHex);
  const u = hash(padded(a), padded(fromHex(exchange.bHex)));
  const s = power(a * power(fromHex(exchange.verifierHex), u), fromHex(exchange.secretHex));
  const pseudoRandomKey = createHmac('sha256', padded(u)).update(padded(s)).digest();
  const key = createHmac('sha256', pseudoRandomKey).update('Caldera Derived Key\u0001').digest().subarray(0, 16);
  const block = Buffer.from(claim.secretBlock, 'base64');
  return createHmac('sha256', key)
    .update(poolName)
    .update(userId)
    .update(block)
    .update(claim.timestamp)
    .digest('base64');
}

function fromHex(hex: string): bigint {
  return BigInt(`0x${hex}`);
}
