import { enabledSteps, type Flow, type FlowNode, isEnabled } from './flow-tree.ts';
import { HARMLESS_STEPS, isCondition, isLifeguardStep } from './providers.ts';

/** Whether a flow has Lifeguard's step as REQUIRED and no way round it. */
export function asksOnEveryWay(flow: Flow): boolean {
  return hasRequiredStep(flow) && waysRound(flow).length === 0;
}

export function hasRequiredStep({ children }: Flow): boolean {
  return enabledSteps(children).some(isRequiredStep);
}

/**
 * The steps or sub-flows through which a sign-in can end without passing Lifeguard's step; none when the flow is tight.
 * Reads a level as Keycloak runs it: beside a REQUIRED or CONDITIONAL element the ALTERNATIVE ones are ignored.
 */
export function waysRound({ alias, children }: Flow): readonly string[] {
  return gaps(alias, children);
}

function gaps(label: string, nodes: readonly FlowNode[]): readonly string[] {
  const elements = nodes.filter((node) => isEnabled(node) && !isCondition(node.provider));
  if (!elements.some(signsIn)) return [];
  const isSequence = elements.some(({ requirement }) => requirement !== 'ALTERNATIVE');
  return isSequence ? sequenceGaps(label, elements) : elements.flatMap(elementGaps);
}

/** One REQUIRED element that leads through the step is enough; CONDITIONAL ones may be skipped. */
function sequenceGaps(label: string, elements: readonly FlowNode[]): readonly string[] {
  const required = elements.filter(({ requirement }) => requirement === 'REQUIRED');
  if (required.some((node) => leadsThroughStep(node) && elementGaps(node).length === 0)) return [];
  const partly = required.find(leadsThroughStep);
  return partly === undefined ? [label] : elementGaps(partly);
}

function elementGaps(node: FlowNode): readonly string[] {
  if (node.provider === undefined) return gaps(node.label, node.children);
  return isLifeguardStep(node.provider) || !signsIn(node) ? [] : [node.label];
}

function leadsThroughStep(node: FlowNode): boolean {
  return enabledSteps([node]).some(({ provider }) => isLifeguardStep(provider));
}

function isRequiredStep({ provider, requirement }: FlowNode): boolean {
  return isLifeguardStep(provider) && requirement === 'REQUIRED';
}

function signsIn(node: FlowNode): boolean {
  return enabledSteps([node]).some(
    ({ provider }) => !isCondition(provider) && !HARMLESS_STEPS.includes(provider ?? ''),
  );
}
