import type { Change } from '../install/change.ts';
import { copyFlow, insertStepAfter, setRequirement } from './edit-flow.ts';
import { type Flow, type FlowNode, walk } from './flow-tree.ts';
import { isCopyOf } from './is-copy.ts';
import { replacedNodesBeside } from './replaced-nodes.ts';
import type { WayIn } from './way-in.ts';

export type FlowPlan =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly code: 'flow-not-understood' | 'flow-alias-taken'; readonly reason: string };

export interface FlowState {
  readonly way: WayIn;
  /** The flow that is bound now. */
  readonly bound: Flow;
  readonly copyAlias: string;
  /** The flow that already has the alias of the copy, if there is one. */
  readonly existing?: Flow;
  /** Put the copy in the places of the bound flow. */
  readonly binds: readonly Change[];
}

/**
 * What it takes for a flow to ask for the second factor right after the first. A flow without the step is never edited: a copy
 * is, and it is bound last, so that a failure half-way leaves the realm as it was.
 */
export function planFlow({ way, bound, copyAlias, existing, binds }: FlowState): FlowPlan {
  const place = way.findPlace(bound);
  if (!place.ok) return { ok: false, code: 'flow-not-understood', reason: place.reason };
  if (place.node === undefined) return { ok: true, changes: [] };
  if (findStep(way, bound) !== undefined) return planEdits(way, bound, place.node);

  if (existing === undefined) {
    const copy: Change = {
      what: `copy the ${way.kind} "${bound.alias}" to "${copyAlias}"`,
      apply: (pool) => copyFlow(pool, { from: bound.alias, to: copyAlias }),
    };
    const edits = planEdits(way, { ...bound, alias: copyAlias }, place.node);
    return edits.ok ? { ok: true, changes: [copy, ...edits.changes, ...binds] } : edits;
  }

  // An earlier run that was cut off, or a realm that went back to its old flow.
  const copied = way.findPlace(existing);
  if (!copied.ok || copied.node === undefined || !isCopyOf(existing, bound)) {
    return {
      ok: false,
      code: 'flow-alias-taken',
      reason: `The flow "${copyAlias}" exists and is no copy of the ${way.kind} "${bound.alias}": rename or delete it, and run install again.`,
    };
  }
  const edits = planEdits(way, existing, copied.node);
  return edits.ok ? { ok: true, changes: [...edits.changes, ...binds] } : edits;
}

function planEdits(way: WayIn, flow: Flow, place: FlowNode): FlowPlan {
  const step = findStep(way, flow);
  if (step !== undefined && !isBehind(step, place)) {
    return {
      ok: false,
      code: 'flow-not-understood',
      reason: `The flow "${flow.alias}" has the step ${way.step} elsewhere than behind "${place.label}" in the same sub-flow: move it there.`,
    };
  }
  const replaced = way.replaces === undefined ? [] : replacedNodesBeside(flow, place, way.replaces.steps);
  // Paths hold until a step is added, so that comes last; where the step exists it is switched on before Keycloak's own is switched off.
  return {
    ok: true,
    changes: [
      ...(step === undefined || step.requirement === 'REQUIRED' ? [] : [requireStep(way, flow, step)]),
      ...replaced.map((node) => disable(way, flow, node)),
      ...(step === undefined ? [addStep(way, flow, place)] : []),
    ],
  };
}

function findStep({ step }: WayIn, flow: Flow): FlowNode | undefined {
  return walk(flow.children).find(({ provider }) => provider === step);
}

function isBehind(step: FlowNode, place: FlowNode): boolean {
  const sameLevel = step.path.slice(0, -1).join() === place.path.slice(0, -1).join();
  return sameLevel && (step.path.at(-1) ?? 0) > (place.path.at(-1) ?? 0);
}

function addStep({ step }: WayIn, flow: Flow, place: FlowNode): Change {
  return {
    what: `add the step ${step} REQUIRED behind "${place.label}" in "${flow.alias}"`,
    apply: (pool) => insertStepAfter(pool, placeOf(flow, place), step),
  };
}

function requireStep({ step: provider }: WayIn, flow: Flow, step: FlowNode): Change {
  return {
    what: `make the step ${provider} in "${flow.alias}" REQUIRED instead of ${step.requirement}`,
    apply: (pool) => setRequirement(pool, placeOf(flow, step), 'REQUIRED'),
  };
}

function disable({ replaces }: WayIn, flow: Flow, node: FlowNode): Change {
  return {
    what: `disable "${node.label}" in "${flow.alias}", ${replaces?.because}`,
    apply: (pool) => setRequirement(pool, placeOf(flow, node), 'DISABLED'),
  };
}

function placeOf(
  { alias }: Flow,
  { path, provider }: FlowNode,
): { flow: string; path: readonly number[]; provider?: string } {
  return { flow: alias, path, ...(provider === undefined ? {} : { provider }) };
}
