import type { Change } from '../install/change.ts';
import { bindBrowserFlow, copyFlow, insertStepAfter, setRequirement } from './edit-flow.ts';
import { type Flow, type FlowNode, walk } from './flow-tree.ts';
import { isCopyOf } from './is-copy.ts';
import { otpNodesBeside } from './otp-nodes.ts';
import { findPasswordStep } from './password-step.ts';
import { LIFEGUARD_STEP } from './providers.ts';

export type FlowPlan =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly code: 'flow-not-understood' | 'flow-alias-taken'; readonly reason: string };

export interface FlowState {
  /** The flow that is bound as the realm's browser flow. */
  readonly bound: Flow;
  readonly copyAlias: string;
  /** The flow that already has the alias of the copy, if there is one. */
  readonly existing?: Flow;
}

/**
 * What it takes for the browser flow to ask for the second factor right after the password. A flow without the step is
 * never edited: a copy is, and it is bound last, so that a failure half-way leaves the realm as it was.
 */
export function planFlow({ bound, copyAlias, existing }: FlowState): FlowPlan {
  const password = findPasswordStep(bound);
  if (!password.ok) return { ok: false, code: 'flow-not-understood', reason: password.reason };
  if (findStep(bound) !== undefined) return planEdits(bound, password.step);

  const bind: Change = {
    what: `bind "${copyAlias}" as the browser flow`,
    apply: (pool) => bindBrowserFlow(pool, copyAlias),
  };
  if (existing === undefined) {
    const copy: Change = {
      what: `copy the browser flow "${bound.alias}" to "${copyAlias}"`,
      apply: (pool) => copyFlow(pool, { from: bound.alias, to: copyAlias }),
    };
    const edits = planEdits({ ...bound, alias: copyAlias }, password.step);
    return edits.ok ? { ok: true, changes: [copy, ...edits.changes, bind] } : edits;
  }

  // An earlier run that was cut off, or a realm that went back to its old flow.
  const copied = findPasswordStep(existing);
  if (!copied.ok || !isCopyOf(existing, bound)) {
    return {
      ok: false,
      code: 'flow-alias-taken',
      reason: `The flow "${copyAlias}" exists and is no copy of the browser flow "${bound.alias}": delete it, or choose another name with --flow-alias.`,
    };
  }
  const edits = planEdits(existing, copied.step);
  return edits.ok ? { ok: true, changes: [...edits.changes, bind] } : edits;
}

function planEdits(flow: Flow, password: FlowNode): FlowPlan {
  const step = findStep(flow);
  if (step !== undefined && !isBehind(step, password)) {
    return {
      ok: false,
      code: 'flow-not-understood',
      reason: `The flow "${flow.alias}" has the step lifeguard-mfa elsewhere than behind "${password.label}" in the same sub-flow: move it there.`,
    };
  }
  // Paths hold until a step is added, so that comes last; where the step exists it is switched on before OTP is switched off.
  return {
    ok: true,
    changes: [
      ...(step === undefined || step.requirement === 'REQUIRED' ? [] : [requireStep(flow, step)]),
      ...otpNodesBeside(flow, password).map((node) => disableOtp(flow, node)),
      ...(step === undefined ? [addStep(flow, password)] : []),
    ],
  };
}

function findStep(flow: Flow): FlowNode | undefined {
  return walk(flow.children).find(({ provider }) => provider === LIFEGUARD_STEP);
}

function isBehind(step: FlowNode, password: FlowNode): boolean {
  const sameLevel = step.path.slice(0, -1).join() === password.path.slice(0, -1).join();
  return sameLevel && (step.path.at(-1) ?? 0) > (password.path.at(-1) ?? 0);
}

function addStep(flow: Flow, password: FlowNode): Change {
  return {
    what: `add the step lifeguard-mfa REQUIRED behind "${password.label}" in "${flow.alias}"`,
    apply: (pool) => insertStepAfter(pool, placeOf(flow, password)),
  };
}

function requireStep(flow: Flow, step: FlowNode): Change {
  return {
    what: `make the step lifeguard-mfa in "${flow.alias}" REQUIRED instead of ${step.requirement}`,
    apply: (pool) => setRequirement(pool, placeOf(flow, step), 'REQUIRED'),
  };
}

function disableOtp(flow: Flow, node: FlowNode): Change {
  return {
    what: `disable "${node.label}" in "${flow.alias}", which would ask for the code a second time`,
    apply: (pool) => setRequirement(pool, placeOf(flow, node), 'DISABLED'),
  };
}

function placeOf(
  { alias }: Flow,
  { path, provider }: FlowNode,
): { flow: string; path: readonly number[]; provider?: string } {
  return { flow: alias, path, ...(provider === undefined ? {} : { provider }) };
}
