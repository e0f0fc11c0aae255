import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import type RequiredActionProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js';
import type { UserProfileConfig } from '@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js';
import { parsePoolPolicy, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';
import { readFlow } from '../flow/edit-flow.ts';
import type { Flow } from '../flow/flow-tree.ts';
import { type PluginStatusResult, readPluginStatus } from './plugin-status.ts';

/** All that the checks judge, read once. */
export interface DoctorFacts {
  readonly realm: RealmRepresentation & { readonly realm: string };
  /** Absent when the account may not see it. */
  readonly serverVersion?: string;
  readonly authenticators: readonly string[];
  readonly status: PluginStatusResult;
  readonly policy: PoolPolicyResult;
  readonly browserFlow: Flow;
  readonly resetCredentialsFlow: Flow;
  readonly requiredActions: readonly RequiredActionProviderRepresentation[];
  readonly profile: UserProfileConfig;
  readonly clients: readonly ClientRepresentation[];
  /** The flows that clients have in place of the realm's browser flow, by client id. */
  readonly clientFlows: ReadonlyMap<string, Flow>;
  readonly identityProviders: readonly IdentityProviderRepresentation[];
  /** The flows that run after the sign-in at an identity provider, by its alias. */
  readonly postBrokerFlows: ReadonlyMap<string, Flow>;
}

export async function readDoctorFacts(pool: Pool): Promise<DoctorFacts> {
  const { client } = pool;
  const realm = (await client.realms.findOne({ realm: pool.realm })) ?? {};
  const serverVersion = (await client.serverInfo.find()).systemInfo?.version;
  const authenticators = await client.authenticationManagement.getAuthenticatorProviders();
  const clients = await client.clients.find();
  const identityProviders = await client.identityProviders.find();
  const { browserFlow = 'browser', resetCredentialsFlow = 'reset credentials' } = realm;
  return {
    realm: { ...realm, realm: pool.realm },
    ...(serverVersion === undefined ? {} : { serverVersion }),
    authenticators: authenticators.flatMap(({ id }) => id ?? []),
    status: await readPluginStatus(pool),
    policy: parsePoolPolicy(realm.attributes ?? {}),
    browserFlow: await readFlow(pool, browserFlow),
    resetCredentialsFlow: await readFlow(pool, resetCredentialsFlow),
    requiredActions: await client.authenticationManagement.getRequiredActions(),
    profile: await client.users.getProfile(),
    clients,
    clientFlows: await readClientFlows(pool, clients),
    identityProviders,
    postBrokerFlows: await readPostBrokerFlows(pool, identityProviders),
  };
}

async function readClientFlows(
  pool: Pool,
  clients: readonly ClientRepresentation[],
): Promise<ReadonlyMap<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (const { clientId, authenticationFlowBindingOverrides } of clients) {
    const flowId = (authenticationFlowBindingOverrides as Readonly<Record<string, string>> | undefined)?.['browser'];
    if (clientId === undefined || flowId === undefined || flowId === '') continue;
    const { alias } = await pool.client.authenticationManagement.getFlow({ flowId });
    if (alias !== undefined) flows.set(clientId, await readFlow(pool, alias));
  }
  return flows;
}

async function readPostBrokerFlows(
  pool: Pool,
  providers: readonly IdentityProviderRepresentation[],
): Promise<ReadonlyMap<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (const { alias, postBrokerLoginFlowAlias: flow } of providers) {
    if (alias !== undefined && flow !== undefined && flow !== '') flows.set(alias, await readFlow(pool, flow));
  }
  return flows;
}
