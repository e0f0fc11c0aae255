import type AuthenticationFlowRepresentation from '@keycloak/keycloak-admin-client/lib/defs/authenticationFlowRepresentation.js';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import type { UserProfileConfig } from '@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js';
import { installLifeguard, type Pool } from '@lifeguard/cli';

const BINDINGS = [
  'browserFlow',
  'directGrantFlow',
  'resetCredentialsFlow',
  'registrationFlow',
  'firstBrokerLoginFlow',
] as const;
const CONSOLE = 'lifeguard-console';
/** Other in every realm, older names, and what says nothing. */
const NOT_KEPT: readonly string[] = ['id', 'autheticatorFlow', 'userSetupAllowed'];
/** Sets, which Keycloak writes in any order. */
const UNORDERED: readonly string[] = ['defaultClientScopes', 'optionalClientScopes'];
/** Stands for the name of the realm. */
const REALM = '{realm}';

interface State {
  // The client of the Admin API does not know of all flows.
  readonly realm: RealmRepresentation & { readonly firstBrokerLoginFlow?: string };
  readonly profile: UserProfileConfig;
}

/** Installs Lifeguard in a new realm and says what that has added to it: what CreateUserPool gives to the realms that it makes. */
export async function poolTemplate(pool: Pool): Promise<unknown> {
  const before = await read(pool);
  const installed = await installLifeguard(pool);
  if (!installed.ok || installed.leftOpen.length > 0) throw new Error(JSON.stringify(installed));
  const after = await read(pool);
  const consoleRoles = await readConsoleRoles(pool);
  const text = JSON.stringify(difference(before, after, consoleRoles), (key, value: unknown) => {
    if (NOT_KEPT.includes(key)) return undefined;
    return UNORDERED.includes(key) ? (value as string[]).toSorted() : value;
  });
  return JSON.parse(text.replaceAll(pool.realm, REALM));
}

async function read({ client, realm }: Pool): Promise<State> {
  return {
    realm: await client.realms.export({ realm, exportClients: true, exportGroupsAndRoles: false }),
    profile: await client.users.getProfile(),
  };
}

async function readConsoleRoles({ client: { clients } }: Pool): Promise<readonly string[]> {
  const [[console], [management]] = await Promise.all([
    clients.find({ clientId: CONSOLE }),
    clients.find({ clientId: 'realm-management' }),
  ]);
  const roles = await clients.listClientScopeMappings({ id: console?.id ?? '', client: management?.id ?? '' });
  return roles.flatMap(({ name }) => name ?? []).toSorted();
}

function difference(before: State, after: State, consoleRoles: readonly string[]): unknown {
  const flows = added(before.realm.authenticationFlows, after.realm.authenticationFlows, 'alias');
  const configs = new Set(
    flows.flatMap((flow) => stepsOf(flow).flatMap(({ authenticatorConfig }) => authenticatorConfig ?? [])),
  );
  const scopes = (after.realm.clientScopes ?? []).flatMap(({ name, protocolMappers = [] }) => {
    const same = before.realm.clientScopes?.find((scope) => scope.name === name);
    const mappers = added(same?.protocolMappers, protocolMappers, 'name');
    return mappers.length === 0 ? [] : [{ name, protocolMappers: mappers }];
  });
  return {
    realm: {
      ...Object.fromEntries(BINDINGS.map((field) => [field, after.realm[field]])),
      authenticationFlows: flows,
      authenticatorConfig: (after.realm.authenticatorConfig ?? []).filter(({ alias = '' }) => configs.has(alias)),
      requiredActions: added(before.realm.requiredActions, after.realm.requiredActions, 'alias'),
      clientScopes: scopes,
      clients: added(before.realm.clients, after.realm.clients, 'clientId'),
    },
    userProfile: {
      attributes: added(before.profile.attributes, after.profile.attributes, 'name'),
      unmanagedAttributePolicy: 'ADMIN_EDIT',
    },
    consoleRoles,
  };
}

function stepsOf({ authenticationExecutions = [] }: AuthenticationFlowRepresentation) {
  return authenticationExecutions;
}

function added<Item>(before: readonly Item[] = [], after: readonly Item[] = [], key: keyof Item): Item[] {
  const known = new Set(before.map((item) => item[key]));
  return after.filter((item) => !known.has(item[key]));
}
