import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { explainAdminError, explainSignInError } from './explain-error.ts';
import { openPool, type Pool, REQUEST_TIMEOUT_IN_MILLIS } from './open-pool.ts';
import { OperatorError } from './operator-error.ts';

export type { PluginChange, Pool } from './open-pool.ts';

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

/**
 * Signs in and makes sure that the pool exists.
 * @throws {OperatorError} unreachable, wrong-credentials, realm-not-found, missing-role
 */
export async function connect({ server, realm, authRealm = 'master', credentials }: ConnectOptions): Promise<Pool> {
  const account = new KeycloakAdminClient({
    baseUrl: server,
    realmName: authRealm,
    timeout: REQUEST_TIMEOUT_IN_MILLIS,
  });

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

  await signIn();
  const pool = openPool({ server, realm, getAccessToken });
  await requireRealm(pool);
  return pool;
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
