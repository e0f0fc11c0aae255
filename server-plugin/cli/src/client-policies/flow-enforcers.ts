import type ClientPolicyRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientPolicyRepresentation.js';
import type ClientProfileRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientProfileRepresentation.js';
import type { Pool } from '../connect.ts';

/** Keycloak's executor that chooses the flow of a sign-in, before any flow that the client or the realm is bound to. */
const FLOW_ENFORCER = 'auth-flow-enforcer';
const FLOW_ALIAS = 'auth-flow-alias';

type Executor = NonNullable<ClientProfileRepresentation['executors']>[number];

export interface ClientPolicies {
  readonly policies: readonly ClientPolicyRepresentation[];
  /** The realm's own, which it can change. */
  readonly profiles: readonly ClientProfileRepresentation[];
  /** What every realm has. */
  readonly globalProfiles: readonly ClientProfileRepresentation[];
}

/** Reads the client policies of a realm and of the server, with the profiles that they apply. */
export async function readClientPolicies({ client }: Pool): Promise<ClientPolicies> {
  const { policies = [], globalPolicies = [] } = await client.clientPolicies.listPolicies({
    includeGlobalPolicies: true,
  });
  const { profiles = [], globalProfiles = [] } = await client.clientPolicies.listProfiles({
    includeGlobalProfiles: true,
  });
  return { policies: [...policies, ...globalPolicies], profiles, globalProfiles };
}

/** The flows that a profile chooses, by alias and each once. */
export function enforcedFlows({ executors = [] }: ClientProfileRepresentation): readonly string[] {
  return [...new Set(executors.flatMap((executor) => enforcedFlow(executor) ?? []))];
}

/** The same profiles with another flow in place of some that they choose; undefined lets the choice go. */
export function withFlows(
  profiles: readonly ClientProfileRepresentation[],
  choose: (alias: string, profile: string | undefined) => string | undefined,
): ClientProfileRepresentation[] {
  return profiles.map((profile) => ({
    ...profile,
    executors: (profile.executors ?? []).flatMap((executor) => {
      const alias = enforcedFlow(executor);
      if (alias === undefined) return executor;
      const chosen = choose(alias, profile.name);
      if (chosen === undefined) return [];
      return { ...executor, configuration: { ...executor.configuration, [FLOW_ALIAS]: chosen } };
    }),
  }));
}

function enforcedFlow({ executor, configuration = {} }: Executor): string | undefined {
  return executor === FLOW_ENFORCER ? (configuration as Readonly<Record<string, string>>)[FLOW_ALIAS] : undefined;
}
