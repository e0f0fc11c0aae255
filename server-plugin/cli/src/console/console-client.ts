import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type { Pool } from '../connect.ts';

export const CONSOLE_CLIENT = 'lifeguard-console';

/** What the console may do at most, whatever else the administrator may: the roles of the realm that it can use. */
export const CONSOLE_ROLES: readonly string[] = [
  'view-realm',
  'manage-realm',
  'view-clients',
  'view-identity-providers',
];

/** The client that signs administrators of a realm in to the console of the same realm. */
export function consoleClient(realm: string): ClientRepresentation {
  const path = `/realms/${encodeURIComponent(realm)}/lifeguard/console/`;
  return {
    clientId: CONSOLE_CLIENT,
    name: 'Lifeguard console',
    enabled: true,
    protocol: 'openid-connect',
    publicClient: true,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    fullScopeAllowed: false,
    // At whatever address the server is reached.
    rootUrl: '${authBaseUrl}',
    baseUrl: path,
    redirectUris: [path],
    webOrigins: [],
    attributes: { 'pkce.code.challenge.method': 'S256', 'post.logout.redirect.uris': '+' },
  };
}

/** The console's client as a realm has it, and the roles that it may use. */
export interface ConsoleClientFacts {
  readonly client?: ClientRepresentation;
  readonly roles: readonly string[];
}

export async function readConsoleClient(pool: Pool): Promise<ConsoleClientFacts> {
  const { clients } = pool.client;
  const [client] = await clients.find({ clientId: CONSOLE_CLIENT });
  if (client?.id === undefined) return { roles: [] };
  const mapped = await clients.listClientScopeMappings({ id: client.id, client: await managementClientId(pool) });
  return { client, roles: mapped.flatMap(({ name }) => name ?? []) };
}

/** The id of the client that holds the roles by which a realm is administered; `master` keeps its own under another name. */
export async function managementClientId({ client, realm }: Pool): Promise<string> {
  const clientId = realm === 'master' ? 'master-realm' : 'realm-management';
  const id = (await client.clients.find({ clientId }))[0]?.id;
  if (id === undefined) throw new Error(`realm ${realm} has no client ${clientId}`);
  return id;
}
