import { enabledSteps, type Flow, type FlowNode, isEnabled, parentsOf } from './flow-tree.ts';
import { isCondition } from './providers.ts';

/**
 * The nodes that do only what Lifeguard's step does: each the topmost one that asks for nothing else. Only where the sign-in
 * also passes the step's place; other factors, such as WebAuthn, stay.
 */
export function replacedNodesBeside(flow: Flow, place: FlowNode, steps: readonly string[]): FlowNode[] {
  return replacedNodes(reachedTogether(flow, place), steps);
}

/** Goes up from the place's own level while the level above always passes through it. */
function reachedTogether(flow: Flow, place: FlowNode): readonly FlowNode[] {
  const parents = parentsOf(flow, place).toReversed();
  const outermost = parents.find(({ requirement }) => requirement !== 'REQUIRED');
  return outermost?.children ?? flow.children;
}

function replacedNodes(nodes: readonly FlowNode[], steps: readonly string[]): FlowNode[] {
  return nodes
    .filter(isEnabled)
    .flatMap((node) => (asksOnlyBy(steps, node) ? [node] : replacedNodes(node.children, steps)));
}

function asksOnlyBy(steps: readonly string[], node: FlowNode): boolean {
  const asking = enabledSteps([node]).filter(({ provider }) => !isCondition(provider));
  return asking.length > 0 && asking.every(({ provider }) => steps.includes(provider ?? ''));
}
