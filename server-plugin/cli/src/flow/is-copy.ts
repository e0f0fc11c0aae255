import { type Flow, type FlowNode } from './flow-tree.ts';
import { isLifeguardStep } from './providers.ts';

/** Whether a flow has the steps of another in its order, apart from Lifeguard's steps and from what was disabled since. */
export function isCopyOf(copy: Flow, original: Flow): boolean {
  return sameNodes(copy.children, original.children);
}

function sameNodes(copies: readonly FlowNode[], originals: readonly FlowNode[]): boolean {
  const own = copies.filter(({ provider }) => !isLifeguardStep(provider));
  return own.length === originals.length && own.every((node, index) => sameNode(node, originals[index]));
}

function sameNode(copy: FlowNode, original: FlowNode | undefined): boolean {
  return (
    original !== undefined &&
    copy.provider === original.provider &&
    (copy.requirement === original.requirement || copy.requirement === 'DISABLED') &&
    sameNodes(copy.children, original.children)
  );
}
