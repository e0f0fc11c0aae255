import { COLUMN_LENGTH } from '../column-length.ts';
import type { CreateUserPoolClientInput } from '../model/input-types.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';

const SCHEME = /^([a-z][a-z0-9+.-]*):.+/i;
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?]|$)/i;
/** A browser runs these where it stands. */
const SCRIPTS: readonly string[] = ['javascript', 'data', 'vbscript', 'blob', 'file'];

/**
 * A redirect URI of Cognito's is compared as a whole, one of Keycloak's may end with an asterisk that stands for anything.
 * @throws CognitoError for what Cognito does not take, and for what Keycloak would read in another way
 */
export function checkRedirects(members: Partial<CreateUserPoolClientInput>): void {
  const { CallbackURLs = [], LogoutURLs = [], DefaultRedirectURI } = members;
  for (const url of [...CallbackURLs, ...LogoutURLs]) {
    const problem = problemOf(url);
    if (problem !== undefined) throw invalidParameter(`${url} ${problem}`);
  }
  const tooLong = CallbackURLs.find((url) => url.length > COLUMN_LENGTH);
  if (tooLong !== undefined) {
    throw invalidParameter(
      `${tooLong} is too long: Keycloak keeps redirect URIs of at most ${COLUMN_LENGTH} characters.`,
    );
  }
  if (DefaultRedirectURI !== undefined && !CallbackURLs.includes(DefaultRedirectURI)) {
    throw invalidParameter(`${DefaultRedirectURI} is not one of the CallbackURLs.`);
  }
}

function problemOf(url: string): string | undefined {
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || SCRIPTS.includes(scheme)) return 'is not an absolute URI.';
  if (scheme === 'http' && !LOOPBACK.test(url)) return 'cannot use the HTTP protocol.';
  if (url.includes('#')) return 'cannot contain a fragment.';
  if (url.includes('*')) return 'cannot contain an asterisk.';
  // `http://localhost@elsewhere` is elsewhere.
  return /^https?:\/*[^/?]*@/i.test(url) || url.includes('\\') ? 'cannot contain a user or a backslash.' : undefined;
}
