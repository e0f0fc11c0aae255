import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type ClientScopeRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js';
import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import type RequiredActionProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js';
import type { UserProfileConfig } from '@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js';
import { parsePoolPolicy, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import { type ClientPolicies, enforcedFlows, readClientPolicies } from '../client-policies/flow-enforcers.ts';
import { type CognitoPool, readCognitoPool, type StoredRealm } from '../cognito/pool-settings.ts';
import { type AdministeringAccount, readAdministeringAccounts } from '../cognito/service-accounts.ts';
import type { Pool } from '../connect.ts';
import { findFlow, readFlow } from '../flow/edit-flow.ts';
import type { Flow } from '../flow/flow-tree.ts';
import {
  BROWSER,
  DIRECT_GRANT,
  FIRST_BROKER_LOGIN,
  REGISTRATION,
  RESET_CREDENTIALS,
  type WayIn,
} from '../flow/way-in.ts';
import { readIdentityProviders } from '../identity-provider/read-identity-providers.ts';
import { readPostBrokerFlows } from '../identity-provider/read-post-broker-flows.ts';
import { boundFlow, type RealmFlows } from '../install/realm-ways.ts';
import { type PluginStatusResult, readPluginStatus } from './plugin-status.ts';

/** All that the checks judge, read once. */
export interface DoctorFacts {
  readonly realm: RealmFlows & { readonly realm: string };
  /** Absent when the account may not see it. */
  readonly serverVersion?: string;
  readonly authenticators: readonly string[];
  readonly status: PluginStatusResult;
  readonly policy: PoolPolicyResult;
  readonly browserFlow: Flow;
  readonly directGrantFlow: Flow;
  readonly resetCredentialsFlow: Flow;
  readonly registrationFlow: Flow;
  readonly requiredActions: readonly RequiredActionProviderRepresentation[];
  readonly profile: UserProfileConfig;
  readonly clientScopes: readonly ClientScopeRepresentation[];
  readonly clients: readonly ClientRepresentation[];
  /** The flows that enabled clients have in place of the realm's. */
  readonly clientFlows: readonly ClientFlow[];
  readonly clientPolicies: ClientPolicies;
  /** The flows that profiles of client policies choose, by alias; those that are not there let nobody in. */
  readonly enforcedFlows: ReadonlyMap<string, Flow>;
  readonly identityProviders: readonly IdentityProviderRepresentation[];
  /** The flows that run after the sign-in at an identity provider, by its alias. */
  readonly postBrokerFlows: ReadonlyMap<string, Flow>;
  /** The flows that run when somebody comes from an identity provider for the first time, by its alias. */
  readonly firstBrokerFlows: ReadonlyMap<string, Flow>;
  readonly cognito: CognitoPool;
  /** Absent when the account may not see them. */
  readonly administeringAccounts?: readonly AdministeringAccount[];
}

interface ClientFlow {
  /** The client's id in the Admin API, which is not the one that it shows to others. */
  readonly id: string;
  readonly clientId: string;
  readonly kind: 'browser' | 'direct_grant';
  readonly flow: Flow;
}

export async function readDoctorFacts(pool: Pool): Promise<DoctorFacts> {
  const { client } = pool;
  const realm: RealmFlows & StoredRealm = (await client.realms.findOne({ realm: pool.realm })) ?? {};
  const serverVersion = (await client.serverInfo.find()).systemInfo?.version;
  const authenticators = await client.authenticationManagement.getAuthenticatorProviders();
  const clients = await client.clients.find();
  const administeringAccounts = await readAdministeringAccounts(pool, clients);
  const clientPolicies = await readClientPolicies(pool);
  const identityProviders = await readIdentityProviders(pool);
  const readBound = (way: WayIn): Promise<Flow> => readFlow(pool, boundFlow(realm, way));
  return {
    realm: { ...realm, realm: pool.realm },
    ...(serverVersion === undefined ? {} : { serverVersion }),
    authenticators: authenticators.flatMap(({ id }) => id ?? []),
    status: await readPluginStatus(pool),
    policy: parsePoolPolicy(realm.attributes ?? {}),
    browserFlow: await readBound(BROWSER),
    directGrantFlow: await readBound(DIRECT_GRANT),
    resetCredentialsFlow: await readBound(RESET_CREDENTIALS),
    registrationFlow: await readBound(REGISTRATION),
    requiredActions: await client.authenticationManagement.getRequiredActions(),
    profile: await client.users.getProfile(),
    clientScopes: await client.clientScopes.find(),
    clients,
    clientFlows: await readClientFlows(pool, clients),
    clientPolicies,
    enforcedFlows: await readEnforcedFlows(pool, clientPolicies),
    identityProviders,
    postBrokerFlows: await readPostBrokerFlows(pool, identityProviders),
    firstBrokerFlows: await readFirstBrokerFlows(pool, identityProviders, boundFlow(realm, FIRST_BROKER_LOGIN)),
    cognito: readCognitoPool(realm),
    ...(administeringAccounts === undefined ? {} : { administeringAccounts }),
  };
}

async function readClientFlows(pool: Pool, clients: readonly ClientRepresentation[]): Promise<readonly ClientFlow[]> {
  const flows: ClientFlow[] = [];
  for (const { id, clientId, enabled, authenticationFlowBindingOverrides: overrides } of clients) {
    if (id === undefined || clientId === undefined || enabled === false) continue;
    for (const kind of ['browser', 'direct_grant'] as const) {
      const flowId = (overrides as Readonly<Record<string, string>> | undefined)?.[kind] ?? '';
      if (flowId === '') continue;
      const { alias } = await pool.client.authenticationManagement.getFlow({ flowId });
      if (alias !== undefined) flows.push({ id, clientId, kind, flow: await readFlow(pool, alias) });
    }
  }
  return flows;
}

async function readEnforcedFlows(
  pool: Pool,
  { profiles, globalProfiles }: ClientPolicies,
): Promise<ReadonlyMap<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (const alias of new Set([...profiles, ...globalProfiles].flatMap(enforcedFlows))) {
    const flow = await findFlow(pool, alias);
    if (flow !== undefined) flows.set(alias, flow);
  }
  return flows;
}

async function readFirstBrokerFlows(
  pool: Pool,
  providers: readonly IdentityProviderRepresentation[],
  bound: string,
): Promise<ReadonlyMap<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (const { alias, firstBrokerLoginFlowAlias: own = '' } of providers) {
    if (alias !== undefined) flows.set(alias, await readFlow(pool, own === '' ? bound : own));
  }
  return flows;
}
