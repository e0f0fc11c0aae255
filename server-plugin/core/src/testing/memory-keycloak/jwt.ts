import {
  createHmac,
  createPublicKey,
  createSign,
  createVerify,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

/** The keys of a realm: RS256 for what clients read, HS256 for what only Keycloak reads. */
interface RealmKeys {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: JsonWebKey;
  readonly secret: Buffer;
}

/** Making keys takes long: realms that stand beside each other have different ones, and later ones the same again. */
const made: RealmKeys[] = [];
const DIFFERENT_KEYS = 2;

export class TokenKeys {
  private readonly places = new Map<string, number>();

  /** A signed token in the compact form (RFC 7515). */
  sign(realmId: string, algorithm: 'RS256' | 'HS256', claims: Claims): string {
    const { kid, privateKey, secret } = this.keysOf(realmId);
    const signed = [{ alg: algorithm, typ: 'JWT', kid }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature =
      algorithm === 'RS256'
        ? createSign('RSA-SHA256').update(signed).sign(privateKey)
        : createHmac('sha256', secret).update(signed).digest();
    return `${signed}.${signature.toString('base64url')}`;
  }

  /** The claims of a token that this realm has signed so; its expiry is not looked at. */
  verify(realmId: string, algorithm: 'RS256' | 'HS256', token: string): Claims | undefined {
    const [header = '', payload = '', signature = '', ...more] = token.split('.');
    const { privateKey, secret } = this.keysOf(realmId);
    const signed = `${header}.${payload}`;
    const bytes = Buffer.from(signature, 'base64url');
    if (more.length > 0 || bytes.toString('base64url') !== signature) return undefined;
    if (decode(header)?.['alg'] !== algorithm) return undefined;
    const wanted = createHmac('sha256', secret).update(signed).digest();
    const isRight =
      algorithm === 'RS256'
        ? createVerify('RSA-SHA256').update(signed).verify(createPublicKey(privateKey), bytes)
        : bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
    return isRight ? decode(payload) : undefined;
  }

  /** The realm's key set (RFC 7517). */
  keySet(realmId: string): { readonly keys: readonly JsonWebKey[] } {
    return { keys: [this.keysOf(realmId).jwk] };
  }

  private keysOf(realmId: string): RealmKeys {
    const place = this.places.get(realmId) ?? this.places.size;
    this.places.set(realmId, place);
    return (made[place % DIFFERENT_KEYS] ??= newKeys());
  }
}

/** What a token says, unchecked. */
export function readClaims(token: string): Claims | undefined {
  return decode(token.split('.')[1] ?? '');
}

function decode(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function newKeys(): RealmKeys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const kid = randomBytes(16).toString('base64url');
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  return { kid, privateKey, jwk, secret: randomBytes(64) };
}
