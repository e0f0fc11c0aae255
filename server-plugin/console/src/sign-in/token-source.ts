import {
  type AuthorizationServer,
  type Client,
  None,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointRequestOptions,
  type TokenEndpointResponse,
} from 'oauth4webapi';

export interface TokenSource {
  /** An access token that holds for the next request; refreshed when it must be, by one request however many ask. */
  readonly getAccessToken: () => Promise<string>;
}

export interface TokenSourceOptions {
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly tokens: TokenEndpointResponse;
  readonly options: TokenEndpointRequestOptions;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The session can't be renewed any more. */
  readonly onEnded: () => void;
}

/** A token that is about to expire might be too old when the request arrives. */
const MARGIN_IN_MILLIS = 15_000;

export function tokenSource({ server, client, tokens: first, options, now, onEnded }: TokenSourceOptions): TokenSource {
  let tokens = first;
  let receivedAtInMillis = now();
  let refreshing: Promise<string> | undefined;

  async function refresh(): Promise<string> {
    const response = await refreshTokenGrantRequest(server, client, None(), tokens.refresh_token ?? '', options);
    tokens = { ...tokens, ...(await processRefreshTokenResponse(server, client, response)) };
    receivedAtInMillis = now();
    return tokens.access_token;
  }

  return {
    async getAccessToken() {
      const lifeInMillis = (tokens.expires_in ?? 0) * 1_000;
      if (now() < receivedAtInMillis + lifeInMillis - MARGIN_IN_MILLIS) return tokens.access_token;
      refreshing ??= refresh().finally(() => (refreshing = undefined));
      try {
        return await refreshing;
      } catch (error) {
        onEnded();
        throw error;
      }
    },
  };
}
