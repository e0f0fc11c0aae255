export interface OpenIdClientOptions {
  /** The realm's address: `https://host/realms/name`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly signedOutUri: string;
}

/** Who signed in, as the userinfo endpoint says. */
interface SignedInUser {
  readonly username: string;
  readonly name: string | undefined;
  readonly phoneNumber: string | undefined;
  readonly isPhoneNumberVerified: boolean;
}

export interface SignedIn {
  readonly user: SignedInUser;
  /** Where the browser goes to sign out. */
  readonly signOutUrl: string;
}

/** The authorization code flow of a public client: OpenID Connect Core section 3.1, with PKCE (RFC 7636). */
export interface OpenIdClient {
  readonly signInUrl: (options: { readonly state: string; readonly codeChallenge: string }) => string;
  readonly redeem: (options: { readonly code: string; readonly codeVerifier: string }) => Promise<SignedIn>;
}

export function createOpenIdClient({ issuer, clientId, redirectUri, signedOutUri }: OpenIdClientOptions): OpenIdClient {
  const endpoint = `${issuer}/protocol/openid-connect`;

  return {
    signInUrl({ state, codeChallenge }) {
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid profile phone',
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      });
      return `${endpoint}/auth?${query}`;
    },
    async redeem({ code, codeVerifier }) {
      const form = {
        grant_type: 'authorization_code',
        client_id: clientId,
        redirect_uri: redirectUri,
        code,
        code_verifier: codeVerifier,
      };
      const tokens = await readJson(`${endpoint}/token`, { method: 'POST', body: new URLSearchParams(form) });
      const claims = await readJson(`${endpoint}/userinfo`, {
        headers: { authorization: `Bearer ${tokens['access_token']}` },
      });
      const signOut = new URLSearchParams({
        id_token_hint: String(tokens['id_token']),
        post_logout_redirect_uri: signedOutUri,
      });
      return {
        user: {
          username: String(claims['preferred_username']),
          name: text(claims['name']),
          phoneNumber: text(claims['phone_number']),
          isPhoneNumberVerified: claims['phone_number_verified'] === true,
        },
        signOutUrl: `${endpoint}/logout?${signOut}`,
      };
    },
  };
}

async function readJson(url: string, init: RequestInit): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return (await response.json()) as Readonly<Record<string, unknown>>;
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined;
}
