import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import type { Pool } from '../connect.ts';
import { readFlow } from '../flow/edit-flow.ts';
import type { Flow } from '../flow/flow-tree.ts';

/** The flows that run after the sign-in at an identity provider, by its alias. */
export async function readPostBrokerFlows(
  pool: Pool,
  providers: readonly IdentityProviderRepresentation[],
): Promise<ReadonlyMap<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (const { alias, postBrokerLoginFlowAlias: flow } of providers) {
    if (alias !== undefined && flow !== undefined && flow !== '') flows.set(alias, await readFlow(pool, flow));
  }
  return flows;
}
