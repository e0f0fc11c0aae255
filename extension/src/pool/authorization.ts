import { base64url } from 'jose';
import { PoolRefused } from './pool-refused.ts';

/** What a sign-in is begun with, and what its end is held against. */
export interface Authorization {
  readonly url: string;
  readonly issuer: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

interface AuthorizationInput {
  readonly endpoint: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly loginHint?: string;
}

const SECRET_BYTES = 32;

/** Begins a sign-in by a code that is worth nothing to anybody else. @see RFC 7636, RFC 9700 section 2.1.1 */
export async function newAuthorization(input: AuthorizationInput): Promise<Authorization> {
  const { endpoint, issuer, clientId, redirectUri, loginHint } = input;
  const [state, nonce, codeVerifier] = [randomText(), randomText(), randomText()];
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  const url = new URL(endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid',
    state,
    nonce,
    code_challenge: base64url.encode(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    // A session of the browser proves nothing about who sits there now, and another's authenticator would be replaced.
    prompt: 'login',
    ...(loginHint !== undefined && { login_hint: loginHint }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, issuer, redirectUri, state, nonce, codeVerifier };
}

/**
 * The code that a sign-in has ended with.
 * @param redirected the address that the browser hands over
 * @throws PoolRefused when it ended without one, or is not the end of this sign-in
 */
export function codeOf(redirected: string, { redirectUri, state, issuer }: Authorization): string {
  if (!redirected.startsWith(redirectUri)) throw new PoolRefused('pool-untrusted');
  const parameters = new URL(redirected).searchParams;
  // RFC 9207: so that no other server's code is taken for this one's.
  if (parameters.get('state') !== state || (parameters.get('iss') ?? issuer) !== issuer)
    throw new PoolRefused('pool-untrusted');
  const error = parameters.get('error');
  if (error === 'access_denied') throw new PoolRefused('pool-sign-in-ended');
  const code = parameters.get('code');
  if (error === null && code !== null) return code;
  throw new PoolRefused('pool-refused', { detail: parameters.get('error_description') ?? error ?? '' });
}

function randomText(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}
