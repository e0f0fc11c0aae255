import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import { FIRST_BROKER_LOGIN } from '../flow/way-in.ts';
import type { BoundWay } from './plan-way.ts';
import { setProviderFlow } from '../identity-provider/set-provider-flow.ts';

/** The first login flows that identity providers name themselves. One that the realm binds as well shares the realm's copy. */
export function withProviderFlows(
  realmWays: readonly BoundWay[],
  providers: readonly IdentityProviderRepresentation[],
): readonly BoundWay[] {
  const byFlow = new Map<string, IdentityProviderRepresentation[]>();
  for (const provider of providers) {
    const { firstBrokerLoginFlowAlias: flow = '' } = provider;
    if (flow !== '') byFlow.set(flow, [...(byFlow.get(flow) ?? []), provider]);
  }
  const ways = realmWays.map((bound): BoundWay => {
    if (bound.way !== FIRST_BROKER_LOGIN) return bound;
    const sharing = byFlow.get(bound.boundAlias) ?? [];
    byFlow.delete(bound.boundAlias);
    return { ...bound, binds: [...bound.binds, ...bindAll(sharing, bound.copyAlias)] };
  });
  const own = [...byFlow].map(([boundAlias, sharing]): BoundWay => {
    const copyAlias = `lifeguard-${boundAlias}`;
    return { way: FIRST_BROKER_LOGIN, boundAlias, copyAlias, binds: bindAll(sharing, copyAlias) };
  });
  return [...ways, ...own];
}

function bindAll(providers: readonly IdentityProviderRepresentation[], copyAlias: string): BoundWay['binds'] {
  return providers.flatMap(({ alias }) =>
    alias === undefined ? [] : [setProviderFlow(alias, 'firstBrokerLoginFlowAlias', copyAlias)],
  );
}
