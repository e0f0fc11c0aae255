import { enabledSteps, type Flow, type FlowNode, nodeAt, parentsOf } from './flow-tree.ts';
import { LINK_STEPS } from './providers.ts';

/** The node right behind which the second factor belongs. */
export type PlaceResult =
  /** No node: the flow does nothing that calls for a second factor. */
  { readonly ok: true; readonly node?: FlowNode } | { readonly ok: false; readonly reason: string };

export interface OneStep {
  /** What the flow is in sentences, for example `browser flow`. */
  readonly kind: string;
  readonly providers: readonly string[];
}

/** Finds the one step that proves the first factor, by what it does and not by what its flow is called. */
export function findOneStep(flow: Flow, { kind, providers }: OneStep): PlaceResult {
  const [node, ...others] = enabledSteps(flow.children).filter(({ provider }) => providers.includes(provider ?? ''));
  const name = `The ${kind} "${flow.alias}"`;
  if (node === undefined) return refuse(`${name} has no enabled step ${providers.join(' or ')}`);
  if (others.length > 0) {
    const labels = [node, ...others].map(({ label }) => `"${label}"`).join(' and ');
    return refuse(`${name} has its first step in ${others.length + 1} places (${labels})`);
  }
  // A REQUIRED step beside an ALTERNATIVE one makes Keycloak ignore the alternative, here the first factor.
  if (node.requirement !== 'REQUIRED') {
    return refuse(`The step "${node.label}" of ${lowerFirst(name)} is ${node.requirement} instead of REQUIRED`);
  }
  return { ok: true, node };
}

/** Finds the form of a registration, which is a sub-flow around the step that creates the user. */
export function findForm(flow: Flow, sought: OneStep): PlaceResult {
  const step = findOneStep(flow, sought);
  if (!step.ok || step.node === undefined) return step;
  const form = parentsOf(flow, step.node).at(-1);
  if (form?.requirement === 'REQUIRED') return { ok: true, node: form };
  return refuse(`The ${sought.kind} "${flow.alias}" has no REQUIRED form around the step "${step.node.label}"`);
}

/**
 * Finds the innermost REQUIRED node that all ways to link an existing account lie in, so that what stands behind it is passed
 * whichever way was taken.
 */
export function findLinking(flow: Flow): PlaceResult {
  const steps = enabledSteps(flow.children).filter(({ provider }) => LINK_STEPS.includes(provider ?? ''));
  const [first, ...others] = steps.map(({ path }) => path);
  if (first === undefined) return { ok: true };
  const shared = others.reduce((path, other) => sharedStart(path, other), first);
  for (let length = shared.length; length > 0; length -= 1) {
    const node = nodeAt(flow, shared.slice(0, length));
    if (node?.requirement === 'REQUIRED') return { ok: true, node };
  }
  return refuse(
    `The first login flow "${flow.alias}" links accounts by ${steps.map(({ label }) => `"${label}"`).join(' and ')}, and no REQUIRED sub-flow holds them`,
  );
}

function sharedStart(path: readonly number[], other: readonly number[]): readonly number[] {
  const end = path.findIndex((position, depth) => position !== other[depth]);
  return end === -1 ? path : path.slice(0, end);
}

function refuse(finding: string): PlaceResult {
  return {
    ok: false,
    reason: `${finding}: bind a flow in which the second factor has one place, or put Lifeguard's step REQUIRED right behind that by hand.`,
  };
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
