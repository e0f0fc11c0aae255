import type ClientProfileRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientProfileRepresentation.js';
import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import { enforcedFlows, withFlows } from '../client-policies/flow-enforcers.ts';
import { BROWSER, DIRECT_GRANT, FIRST_BROKER_LOGIN, REGISTRATION, RESET_CREDENTIALS } from '../flow/way-in.ts';
import { setProviderFlow } from '../identity-provider/set-provider-flow.ts';
import type { Change } from '../install/change.ts';
import { boundFlow, type RealmFlows, realmField } from '../install/realm-ways.ts';

/** One place that names a flow. */
export interface FlowUse {
  /** The flow's alias. */
  readonly flow: string;
  /** What Keycloak comes with for this place; absent where there need be no flow. */
  readonly builtIn?: string;
  /** Puts another flow here; an empty alias where there need be none. */
  readonly rebind: (alias: string) => Change;
}

export interface FlowUsers {
  readonly realm: RealmFlows;
  readonly providers: readonly IdentityProviderRepresentation[];
  readonly clients: readonly ClientRepresentation[];
  /** The realm's own profiles of client policies. */
  readonly profiles: readonly ClientProfileRepresentation[];
  /** The aliases of flows by their ids. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** All places that can name a flow of Lifeguard's. */
export function flowUses({ realm, providers, clients, profiles, aliases }: FlowUsers): readonly FlowUse[] {
  return [
    ...realmUses(realm),
    ...providers.flatMap(providerUses),
    ...clients.flatMap((one) => clientUses(one, aliases)),
    ...profiles.flatMap(profileUses),
  ];
}

function realmUses(realm: RealmFlows): readonly FlowUse[] {
  return [BROWSER, DIRECT_GRANT, RESET_CREDENTIALS, REGISTRATION, FIRST_BROKER_LOGIN].map((way) => {
    const { field, builtIn } = realmField(way);
    return {
      flow: boundFlow(realm, way),
      builtIn,
      rebind: (alias) => ({
        what: `bind "${alias}" as the ${way.kind}`,
        apply: async ({ client, realm: name }) => client.realms.update({ realm: name }, { [field]: alias }),
      }),
    };
  });
}

function providerUses({
  alias: provider,
  firstBrokerLoginFlowAlias: first = '',
  postBrokerLoginFlowAlias: post = '',
}: IdentityProviderRepresentation): readonly FlowUse[] {
  if (provider === undefined) return [];
  const [firstField, postField] = ['firstBrokerLoginFlowAlias', 'postBrokerLoginFlowAlias'] as const;
  return [
    { flow: first, builtIn: 'first broker login', rebind: (flow) => setProviderFlow(provider, firstField, flow) },
    { flow: post, rebind: (flow) => setProviderFlow(provider, postField, flow) },
  ];
}

function clientUses(
  { id, clientId, authenticationFlowBindingOverrides: overrides }: ClientRepresentation,
  aliases: ReadonlyMap<string, string>,
): readonly FlowUse[] {
  if (id === undefined) return [];
  return Object.entries((overrides ?? {}) as Readonly<Record<string, string>>).map(([kind, flowId]) => ({
    flow: aliases.get(flowId) ?? '',
    rebind: () => ({
      what: `let the client "${clientId}" use the realm's flow (${kind})`,
      async apply({ client }): Promise<void> {
        const current = await client.clients.findOne({ id });
        const changed = { ...current?.authenticationFlowBindingOverrides, [kind]: '' };
        await client.clients.update({ id }, { ...current, authenticationFlowBindingOverrides: changed });
      },
    }),
  }));
}

/** A policy need not be on: its profiles may be applied again, and would then name a flow that is gone. */
function profileUses(profile: ClientProfileRepresentation): readonly FlowUse[] {
  return enforcedFlows(profile).map((flow) => ({
    flow,
    builtIn: realmField(BROWSER).builtIn,
    rebind: (instead) => ({
      what: `let the client profile "${profile.name}" choose the flow "${instead}"`,
      async apply({ client }): Promise<void> {
        const { profiles: current = [] } = await client.clientPolicies.listProfiles();
        const profiles = withFlows(current, (alias, name) =>
          name === profile.name && alias === flow ? instead : alias,
        );
        await client.clientPolicies.createProfiles({ profiles });
      },
    }),
  }));
}
