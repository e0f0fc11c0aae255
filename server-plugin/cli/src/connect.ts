import KeycloakAdminClient, { fetchWithError, NetworkError } from '@keycloak/keycloak-admin-client';
import { explainAdminError, explainSignInError } from './explain-error.ts';
import { OperatorError } from './operator-error.ts';

export type AdminCredentials =
  | { readonly user: string; readonly password: string }
  | { readonly clientId: string; readonly clientSecret: string };

export interface ConnectOptions {
  /** The server's address with its context path, for example `https://id.example.com`. */
  readonly server: string;
  /** The realm that is the user pool. */
  readonly realm: string;
  /** The realm in which the administrator's account lives; `master` unless given. */
  readonly authRealm?: string;
  readonly credentials: AdminCredentials;
}

/** One user pool, seen through Keycloak's Admin API. */
export interface Pool {
  readonly server: string;
  readonly realm: string;
  /** Works on the pool's realm wherever no other is named, and signs in again when its token has expired. */
  readonly client: KeycloakAdminClient;
  /** Asks the plugin at a path below `/admin/realms/{realm}/lifeguard`; a refusal with a reason is an answer too. */
  readonly askPlugin: (path: string, change?: PluginChange) => Promise<unknown>;
}

/** A request that changes something. */
export interface PluginChange {
  readonly method: 'PUT' | 'POST';
  readonly body: object;
}

const REQUEST_TIMEOUT_IN_MILLIS = 30_000;

/**
 * Signs in and makes sure that the pool exists.
 * @throws {OperatorError} unreachable, wrong-credentials, realm-not-found, missing-role
 */
export async function connect({ server, realm, authRealm = 'master', credentials }: ConnectOptions): Promise<Pool> {
  const timeout = REQUEST_TIMEOUT_IN_MILLIS;
  const account = new KeycloakAdminClient({ baseUrl: server, realmName: authRealm, timeout });
  const client = new KeycloakAdminClient({ baseUrl: server, realmName: realm, timeout });

  async function signIn(): Promise<void> {
    try {
      await account.auth(
        'user' in credentials
          ? { grantType: 'password', clientId: 'admin-cli', username: credentials.user, password: credentials.password }
          : { grantType: 'client_credentials', clientId: credentials.clientId, clientSecret: credentials.clientSecret },
      );
    } catch (error) {
      throw explainSignInError(error, { server, authRealm });
    }
  }

  // The admin client refreshes at the realm that it works on, not at the one that it signed in to; a client's token it can't renew at all.
  async function getAccessToken(): Promise<string | undefined> {
    if (account.isTokenExpired()) await signIn();
    return account.accessToken;
  }

  async function askPlugin(path: string, change?: PluginChange): Promise<unknown> {
    const url = `${server.replace(/\/$/, '')}/admin/realms/${encodeURIComponent(realm)}/lifeguard${path}`;
    const headers = { authorization: `Bearer ${await getAccessToken()}`, accept: 'application/json' };
    const request =
      change === undefined
        ? { headers }
        : {
            method: change.method,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(change.body),
          };
    try {
      const response = await fetchWithError(url, { ...request, signal: AbortSignal.timeout(timeout) });
      return await response.json();
    } catch (error) {
      if (error instanceof NetworkError && isReasonedRefusal(error)) return error.responseData;
      throw error;
    }
  }

  await signIn();
  client.registerTokenProvider({ getAccessToken });
  await requireRealm({ client, server, realm });
  return { server, realm, client, askPlugin };
}

function isReasonedRefusal({ response, responseData }: NetworkError): boolean {
  return response.status === 400 && (responseData as { readonly ok?: unknown } | undefined)?.ok === false;
}

async function requireRealm({ client, server, realm }: Pick<Pool, 'client' | 'server' | 'realm'>): Promise<void> {
  let found: unknown;
  try {
    found = await client.realms.findOne({ realm });
  } catch (error) {
    throw explainAdminError(error, { server, realm });
  }
  if (found === null || found === undefined) {
    throw new OperatorError(
      'realm-not-found',
      `${server} has no realm ${realm}: check --realm, or create the realm first.`,
    );
  }
}
