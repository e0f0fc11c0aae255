import { requireSecretHash } from '../access/secret-hash.ts';
import { invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import type { RefreshedTokens } from '../records.ts';
import { finishTokens } from './finish.ts';
import { type Parameters, requireParameter } from './parameters.ts';
import type { ClientContext } from '../client/open-client.ts';
import type { SignInAnswer } from './sign-in.ts';

const TEXTS: Readonly<Record<(RefreshedTokens & { readonly ok: false })['reason'], string>> = {
  invalid: 'Invalid Refresh Token',
  expired: 'Refresh Token has expired',
  revoked: 'Refresh Token has been revoked',
  reused: 'Refresh Token has been revoked',
  'other-client': 'Invalid Refresh Token',
  'user-disabled': 'User is disabled.',
  'user-gone': 'Refresh Token has been revoked',
};

/** REFRESH_TOKEN_AUTH: never a challenge, and no new refresh token. A client that rotates its tokens has to say which one it got. */
export function signInByRefreshToken(place: ClientContext, parameters: Parameters | undefined): SignInAnswer {
  const { ports, client, settings } = place;
  if (settings.RefreshTokenRotation?.Feature === 'ENABLED') {
    throw invalidParameter('Refresh token rotation is enabled for this client. Use GetTokensFromRefreshToken.');
  }
  const token = requireParameter(parameters, 'REFRESH_TOKEN');
  const hash = parameters?.['SECRET_HASH'];
  const refreshed = ports.refreshTokens({ token, rotate: false, graceInSeconds: 0 });
  // Cognito takes the name of the token's user here; no client sends it along.
  if (refreshed.ok) requireSecretHash(ports, client, hash, namesOf(place));
  return finishRefresh(refreshed);
}

/** @throws CognitoError when the token was not taken */
export function finishRefresh(refreshed: RefreshedTokens): SignInAnswer {
  if (!refreshed.ok) throw notAuthorized(TEXTS[refreshed.reason]);
  return finishTokens(refreshed.tokens);
}

function namesOf({ ports }: ClientContext): readonly string[] {
  const { id, username, email } = ports.userRecord();
  return [username, id, ...(email === undefined ? [] : [email])];
}
