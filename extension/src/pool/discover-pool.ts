import type { PoolHttp } from './pool-http.ts';
import { PoolRefused } from './pool-refused.ts';

/** The addresses of a pool. */
export interface PoolEndpoints {
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  readonly revocation: string;
  readonly keys: string;
  /** The Cognito API. */
  readonly api: string;
}

/**
 * Asks a realm for its addresses, which all have to be its own server's.
 * @throws PoolRefused where there is no realm, or one that has not what is needed
 * @see OpenID Connect Discovery 1.0, RFC 8414
 */
export async function discoverPool(issuer: string, http: PoolHttp): Promise<PoolEndpoints> {
  const { status, body } = await http.ask(`${issuer}/.well-known/openid-configuration`);
  if (status !== 200 || body['issuer'] !== issuer) throw new PoolRefused('pool-not-found');
  const methods = body['code_challenge_methods_supported'];
  if (!Array.isArray(methods) || !methods.includes('S256')) throw new PoolRefused('pool-not-found');
  const address = (name: string): string => {
    const url = body[name];
    if (typeof url !== 'string' || !url.startsWith(`${new URL(issuer).origin}/`))
      throw new PoolRefused('pool-untrusted');
    return url;
  };
  return {
    issuer,
    authorization: address('authorization_endpoint'),
    token: address('token_endpoint'),
    revocation: address('revocation_endpoint'),
    keys: address('jwks_uri'),
    api: `${issuer}/lifeguard/cognito`,
  };
}
