import { copiedFrom } from '../flow/copied-from.ts';
import { removeSteps } from '../flow/edit-flow.ts';
import { type Flow, walk } from '../flow/flow-tree.ts';
import { isCopyOf } from '../flow/is-copy.ts';
import { isLifeguardStep, OTP_STEP } from '../flow/providers.ts';
import type { Change } from '../install/change.ts';
import type { FlowUse } from './flow-use.ts';

/** A flow with what Keycloak keeps about it. */
export interface StoredFlow extends Flow {
  readonly id: string;
  readonly description?: string;
}

export interface FlowsPlan {
  readonly changes: readonly Change[];
  /** What the operator has to look at, in sentences. */
  readonly notes: readonly string[];
}

/** How all flows that install makes are called. */
const OUR_BEGINNING = 'lifeguard-';

/**
 * Gives every place its flow back and takes our steps out of the flows that stay: Keycloak can't run a flow with a step that it does not know.
 * The places come first, so that nobody signs in by a flow that is being taken apart.
 */
export function planFlows(flows: readonly StoredFlow[], uses: readonly FlowUse[]): FlowsPlan {
  const ours = flows.filter(({ children }) => walk(children).some(({ provider }) => isLifeguardStep(provider)));
  const rebinds: Change[] = [];
  const kept = new Set<string>();
  for (const { flow: alias, builtIn, rebind } of uses) {
    const flow = ours.find((candidate) => candidate.alias === alias);
    if (flow === undefined) continue;
    const instead = flowBefore(flow, { flows: flows.filter((other) => !ours.includes(other)), builtIn });
    if (instead === undefined) kept.add(alias);
    else rebinds.push(rebind(instead));
  }
  const isGone = ({ alias }: StoredFlow): boolean => alias.startsWith(OUR_BEGINNING) && !kept.has(alias);
  return {
    changes: [...rebinds, ...ours.map((flow) => (isGone(flow) ? remove(flow) : strip(flow)))],
    notes: ours.filter((flow) => !isGone(flow)).flatMap(notes),
  };
}

/** What stood in a place before install; an empty text for none, undefined when nobody knows. */
function flowBefore(
  copy: StoredFlow,
  { flows, builtIn }: { readonly flows: readonly StoredFlow[]; readonly builtIn: string | undefined },
): string | undefined {
  if (builtIn === undefined) return copy.alias.startsWith(OUR_BEGINNING) ? '' : undefined;
  const noted = copiedFrom(copy.description);
  const candidates = [
    flows.find(({ alias }) => alias === noted),
    ...[...flows].toSorted((one) => (one.alias === builtIn ? -1 : 1)).filter((flow) => isCopyOf(copy, flow)),
  ];
  return candidates.find((flow) => flow !== undefined)?.alias;
}

function remove({ id, alias }: StoredFlow): Change {
  return {
    what: `delete the flow "${alias}"`,
    apply: ({ client }) => client.authenticationManagement.deleteFlow({ flowId: id }),
  };
}

function strip({ alias }: StoredFlow): Change {
  return {
    what: `take Lifeguard's step out of "${alias}"`,
    apply: (pool) => removeSteps(pool, alias, isLifeguardStep),
  };
}

function notes({ alias, children }: StoredFlow): readonly string[] {
  const nodes = walk(children);
  const isOff = nodes.some(({ provider, requirement }) => provider === OTP_STEP && requirement === 'DISABLED');
  const emptied = nodes.filter(
    (node) => node.children.length > 0 && node.children.every(({ provider }) => isLifeguardStep(provider)),
  );
  return [
    ...(isOff
      ? [
          `The flow "${alias}" has Keycloak's own step for codes disabled: enable it if users with an authenticator are to be asked.`,
        ]
      : []),
    ...emptied.map(({ label }) => `The sub-flow "${label}" of "${alias}" holds no step any more: delete it.`),
  ];
}
