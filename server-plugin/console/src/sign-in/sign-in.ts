import {
  allowInsecureRequests,
  type AuthorizationServer,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  type Client,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import type { Place } from '../place.ts';
import { rememberSignIn, takeSignIn } from './pending-sign-in.ts';
import { type TokenSource, tokenSource } from './token-source.ts';

/** The client of each realm that `lifeguard install` makes. */
const CLIENT: Client = { client_id: 'lifeguard-console' };

export interface Administrator extends TokenSource {
  /** How the account is called in its realm. */
  readonly username: string;
  readonly signOut: () => void;
}

/**
 * Signs an administrator in at the realm: OpenID Connect's code flow with PKCE (RFC 7636). Tokens stay in the memory of the page.
 * @returns the administrator, or `undefined` when the browser is on its way to the sign-in
 * @throws what the library says when the server's answer is not as it must be
 */
export async function signIn(place: Place, window: Window): Promise<Administrator | undefined> {
  const { location, history, sessionStorage } = window;
  const options = { [allowInsecureRequests]: location.protocol === 'http:' };
  const issuer = new URL(`${place.server}/realms/${encodeURIComponent(place.realm)}`);
  const server = await processDiscoveryResponse(issuer, await discoveryRequest(issuer, options));

  const answer = new URL(location.href).searchParams;
  const pending = takeSignIn(sessionStorage);
  const isBack = pending !== undefined && answer.has('state');
  if (answer.size > 0) history.replaceState(undefined, '', place.page);
  if (!isBack) {
    await leaveForSignIn(place, server, window);
    return undefined;
  }

  const parameters = validateAuthResponse(server, CLIENT, answer, pending.state);
  const response = await authorizationCodeGrantRequest(
    server,
    CLIENT,
    None(),
    parameters,
    place.page,
    pending.codeVerifier,
    options,
  );
  const tokens = await processAuthorizationCodeResponse(server, CLIENT, response, {
    expectedNonce: pending.nonce,
    requireIdToken: true,
  });
  const source = tokenSource({
    server,
    client: CLIENT,
    tokens,
    options,
    now: Date.now,
    // Ended elsewhere, or too long ago: the sign-in page says what is next.
    onEnded: () => void leaveForSignIn(place, server, window),
  });
  return {
    ...source,
    username: String(getValidatedIdTokenClaims(tokens)?.['preferred_username'] ?? ''),
    signOut: () => location.assign(signOutUrl(server, place, tokens.id_token)),
  };
}

async function leaveForSignIn(place: Place, server: AuthorizationServer, window: Window): Promise<void> {
  const codeVerifier = generateRandomCodeVerifier();
  const [state, nonce] = [generateRandomState(), generateRandomNonce()];
  rememberSignIn(window.sessionStorage, { state, nonce, codeVerifier });
  const url = endpoint(server, 'authorization_endpoint');
  url.search = new URLSearchParams({
    client_id: CLIENT.client_id,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: place.page,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }).toString();
  window.location.assign(url);
}

/** @see OpenID Connect RP-Initiated Logout 1.0, section 2 */
function signOutUrl(server: AuthorizationServer, place: Place, idToken: string | undefined): URL {
  const url = endpoint(server, 'end_session_endpoint');
  url.search = new URLSearchParams({
    client_id: CLIENT.client_id,
    post_logout_redirect_uri: place.page,
    ...(idToken === undefined ? {} : { id_token_hint: idToken }),
  }).toString();
  return url;
}

function endpoint(server: AuthorizationServer, name: 'authorization_endpoint' | 'end_session_endpoint'): URL {
  const address = server[name];
  if (address === undefined) throw new Error(`the realm has no ${name}`);
  return new URL(address);
}
