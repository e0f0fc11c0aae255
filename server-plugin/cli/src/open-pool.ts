import KeycloakAdminClient, { fetchWithError, NetworkError } from '@keycloak/keycloak-admin-client';

/** One user pool, seen through Keycloak's Admin API. */
export interface Pool {
  readonly server: string;
  readonly realm: string;
  /** Works on the pool's realm wherever no other is named. */
  readonly client: KeycloakAdminClient;
  /** Asks the plugin at a path below `/admin/realms/{realm}/lifeguard`; a refusal with a reason is an answer too. */
  readonly askPlugin: (path: string, change?: PluginChange) => Promise<unknown>;
}

/** A request that changes something. */
export interface PluginChange {
  readonly method: 'PUT' | 'POST';
  readonly body: object;
}

export interface OpenPoolOptions {
  readonly server: string;
  readonly realm: string;
  /** Asked before each request. */
  readonly getAccessToken: () => Promise<string | undefined>;
}

export const REQUEST_TIMEOUT_IN_MILLIS = 30_000;

/** A pool as whoever has the token sees it. It asks nothing yet. */
export function openPool({ server, realm, getAccessToken }: OpenPoolOptions): Pool {
  const timeout = REQUEST_TIMEOUT_IN_MILLIS;
  const client = new KeycloakAdminClient({ baseUrl: server, realmName: realm, timeout });
  client.registerTokenProvider({ getAccessToken });

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

  return { server, realm, client, askPlugin };
}

function isReasonedRefusal({ response, responseData }: NetworkError): boolean {
  return response.status === 400 && (responseData as { readonly ok?: unknown } | undefined)?.ok === false;
}
