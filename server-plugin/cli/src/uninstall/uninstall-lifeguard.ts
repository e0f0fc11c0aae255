import { readClientPolicies } from '../client-policies/flow-enforcers.ts';
import { planDenied } from '../cognito/allow-client.ts';
import { planScopeRemoval } from '../cognito/api-scope.ts';
import { planSettingsRemoval, type StoredRealm } from '../cognito/pool-settings.ts';
import { planKeyRemoval } from '../cognito/signing-key.ts';
import type { Pool } from '../connect.ts';
import { planTabRemoval, readPolicyTabs } from '../console/policy-tab.ts';
import { readFlow } from '../flow/edit-flow.ts';
import { readIdentityProviders } from '../identity-provider/read-identity-providers.ts';
import { applyChanges } from '../install/apply-changes.ts';
import type { RealmFlows } from '../install/realm-ways.ts';
import { requirePlugin } from '../install/require-plugin.ts';
import { flowUses } from './flow-use.ts';
import { planActions } from './plan-actions.ts';
import { planFlows, type StoredFlow } from './plan-flows.ts';
import { planMappers } from './plan-mappers.ts';
import { planOwnClientsRemoval } from './plan-own-clients.ts';

export interface UninstallResult {
  /** What was done, or would be in a dry run, in words; empty when the realm has nothing of Lifeguard's. */
  readonly changes: readonly string[];
  /** What the operator has to look at, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Brings a realm to the state in which it works without the plugin: users sign in as they would have without it. Settings, phone numbers and
 * authenticators stay. Running it again changes nothing.
 * @throws {OperatorError} plugin-missing: Keycloak shows no flow with a step that it does not know; not-applied, missing-role
 */
export async function uninstallLifeguard(
  pool: Pool,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<UninstallResult> {
  await requirePlugin(pool);
  const { client } = pool;
  const realm: RealmFlows & StoredRealm = (await client.realms.findOne({ realm: pool.realm })) ?? {};
  const flows = await readFlows(pool);
  const scopes = await client.clientScopes.find();
  const clients = await client.clients.find();
  const aliases = new Map(flows.map(({ id, alias }) => [id, alias]));
  const providers = await readIdentityProviders(pool);
  const { profiles } = await readClientPolicies(pool);
  const uses = flowUses({ realm, providers, clients, profiles, aliases });
  const { changes: flowChanges, notes } = planFlows(flows, uses);
  const changes = [
    ...flowChanges,
    ...planActions(await client.authenticationManagement.getRequiredActions()),
    ...planMappers(scopes, clients),
    ...clients.flatMap((each) => planDenied(each, scopes)),
    ...planScopeRemoval(scopes),
    ...planSettingsRemoval(realm),
    ...planKeyRemoval(clients),
    ...planOwnClientsRemoval(clients),
    ...planTabRemoval(await readPolicyTabs(pool)),
  ];
  if (!dryRun) await applyChanges(pool, changes, 'uninstall');
  return { changes: changes.map(({ what }) => what), notes };
}

async function readFlows(pool: Pool): Promise<readonly StoredFlow[]> {
  const flows: StoredFlow[] = [];
  for (const { id, alias, description } of await pool.client.authenticationManagement.getFlows()) {
    if (id === undefined || alias === undefined) continue;
    flows.push({ ...(await readFlow(pool, alias)), id, ...(description === undefined ? {} : { description }) });
  }
  return flows;
}
