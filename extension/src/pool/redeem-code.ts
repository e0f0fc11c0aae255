import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Authorization } from './authorization.ts';
import type { PoolEndpoints } from './discover-pool.ts';
import type { PoolHttp } from './pool-http.ts';
import { PoolRefused } from './pool-refused.ts';

/** Who has signed in, and what the pool lets the extension do in that name for a few minutes. */
export interface PoolSession {
  readonly accessToken: string;
  /** The claim `sub`: the user's id in the pool. */
  readonly subject: string;
}

interface Redemption {
  readonly endpoints: PoolEndpoints;
  readonly clientId: string;
  readonly authorization: Authorization;
  readonly code: string;
  /** By the pool's clock. */
  readonly nowInMillis: number;
}

/** Every one that Keycloak signs with; none that a client's secret would do for. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** That of AWS, where the realm's attribute `lifeguard.cognito.issuer` says so. */
const AWS_ISSUER = /^https:\/\/cognito-idp\.[a-z\d-]+\.amazonaws\.com\/[\w-]+$/;
const CLOCK_TOLERANCE_IN_SECONDS = 60;

/**
 * Redeems the code of a sign-in, and checks the ID token.
 * @throws PoolRefused for a code that is refused, and for a token that is not this sign-in's
 * @see OpenID Connect Core 1.0 section 3.1.3.7
 */
export async function redeemCode(redemption: Redemption, http: PoolHttp): Promise<PoolSession> {
  const { endpoints, clientId, authorization, code } = redemption;
  const { status, body } = await http.ask(endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: authorization.redirectUri,
      code_verifier: authorization.codeVerifier,
      code,
    }),
  });
  if (status !== 200) throw new PoolRefused('pool-refused', { detail: String(body['error_description'] ?? '') });
  const { access_token: accessToken, id_token: idToken } = body;
  if (typeof accessToken !== 'string' || typeof idToken !== 'string') throw new PoolRefused('pool-untrusted');
  const keys = (await http.ask(endpoints.keys)).body as unknown as JSONWebKeySet;
  const { sub, nonce, iss = '' } = await verify(idToken, keys, redemption);
  const isOurs = nonce === authorization.nonce && (iss === endpoints.issuer || AWS_ISSUER.test(iss));
  if (!isOurs || sub === undefined) throw new PoolRefused('pool-untrusted');
  return { accessToken, subject: sub };
}

async function verify(
  idToken: string,
  keys: JSONWebKeySet,
  { clientId, nowInMillis }: Redemption,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
      audience: clientId,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'iat', 'exp', 'nonce'],
      currentDate: new Date(nowInMillis),
      clockTolerance: CLOCK_TOLERANCE_IN_SECONDS,
    });
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JOSEError) throw new PoolRefused('pool-untrusted', { cause });
    throw cause;
  }
}
