import { enabledSteps, type Flow, type FlowNode, parentsOf } from './flow-tree.ts';
import { isLifeguardStep, LINK_STEPS } from './providers.ts';

/**
 * The steps by which an existing account is linked to one of an identity provider without Lifeguard's step; none when all pass it.
 * A step is passed when it stands REQUIRED beside the link step or beside a sub-flow that holds it.
 */
export function linkGaps(flow: Flow): readonly string[] {
  const links = enabledSteps(flow.children).filter(({ provider }) => LINK_STEPS.includes(provider ?? ''));
  return links.filter((link) => !levelsAround(flow, link).some(hasRequiredStep)).map(({ label }) => label);
}

function levelsAround(flow: Flow, node: FlowNode): readonly (readonly FlowNode[])[] {
  return [flow.children, ...parentsOf(flow, node).map(({ children }) => children)];
}

function hasRequiredStep(level: readonly FlowNode[]): boolean {
  return level.some(({ provider, requirement }) => isLifeguardStep(provider) && requirement === 'REQUIRED');
}
