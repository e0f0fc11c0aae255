import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import { appendStep, createFlow, setRequirement } from '../flow/edit-flow.ts';
import type { Flow } from '../flow/flow-tree.ts';
import { LIFEGUARD_STEP } from '../flow/providers.ts';
import { asksOnEveryWay } from '../flow/ways-round.ts';
import type { Change } from './change.ts';
import { setProviderFlow } from '../identity-provider/set-provider-flow.ts';

export const POST_BROKER_FLOW = 'lifeguard-post-broker';

export interface PostBrokerState {
  readonly providers: readonly IdentityProviderRepresentation[];
  /** The flows that run after the sign-in at an identity provider, by its alias. */
  readonly postBrokerFlows: ReadonlyMap<string, Flow>;
  /** The flow of our name, if there is one. */
  readonly existing?: Flow;
}

export interface PostBrokerPlan {
  readonly changes: readonly Change[];
  /** What the operator has to do, in sentences. */
  readonly leftOpen: readonly string[];
}

/** Lets every identity provider that has no flow of its own end in one that asks for the second factor. */
export function planPostBroker({ providers, postBrokerFlows, existing }: PostBrokerState): PostBrokerPlan {
  const aliases = providers.flatMap(({ alias }) => alias ?? []);
  const without = aliases.filter((alias) => !postBrokerFlows.has(alias));
  const isOurs = existing === undefined || existing.children.every(({ provider }) => provider === LIFEGUARD_STEP);
  const foreign = aliases.flatMap((alias) => {
    const flow = postBrokerFlows.get(alias);
    const isOpen = flow !== undefined && flow.alias !== POST_BROKER_FLOW && !asksOnEveryWay(flow);
    return isOpen
      ? [
          `The identity provider "${alias}" has the post login flow "${flow.alias}" of its own: put the step ${LIFEGUARD_STEP} into it as REQUIRED.`,
        ]
      : [];
  });
  if (aliases.length === 0) return { changes: [], leftOpen: [] };
  if (!isOurs) {
    const taken = `The flow "${POST_BROKER_FLOW}" exists and does more than ask for the second factor: rename or delete it, and run install again.`;
    return { changes: [], leftOpen: [taken, ...foreign] };
  }
  return {
    changes: [
      ...(existing === undefined ? [create] : []),
      ...(existing !== undefined && asksOnEveryWay(existing) ? [] : [addStep(existing)]),
      ...without.map((alias) => setProviderFlow(alias, 'postBrokerLoginFlowAlias', POST_BROKER_FLOW)),
    ],
    leftOpen: foreign,
  };
}

const create: Change = {
  what: `create the flow "${POST_BROKER_FLOW}" for sign-ins by identity providers`,
  apply: (pool) =>
    createFlow(pool, {
      alias: POST_BROKER_FLOW,
      description: 'Asks for the second factor after a sign-in at an identity provider',
    }),
};

function addStep(existing: Flow | undefined): Change {
  const isThere = existing !== undefined && existing.children.length > 0;
  return {
    what: `${isThere ? 'make' : 'add'} the step ${LIFEGUARD_STEP} REQUIRED in "${POST_BROKER_FLOW}"`,
    apply: (pool) =>
      isThere
        ? setRequirement(pool, { flow: POST_BROKER_FLOW, path: [0], provider: LIFEGUARD_STEP }, 'REQUIRED')
        : appendStep(pool, POST_BROKER_FLOW, LIFEGUARD_STEP),
  };
}
