import { enabledSteps, type Flow, type FlowNode, isEnabled, parentsOf } from './flow-tree.ts';
import { isCondition, OTP_STEP } from './providers.ts';

/**
 * The nodes that would ask for an authenticator's code a second time: each the topmost one that asks for nothing else.
 * Only where the sign-in also passes the step behind the password; other factors, such as WebAuthn, stay.
 */
export function otpNodesBeside(flow: Flow, password: FlowNode): FlowNode[] {
  return otpNodes(reachedTogether(flow, password));
}

/** Goes up from the password's own level while the level above always passes through it. */
function reachedTogether(flow: Flow, password: FlowNode): readonly FlowNode[] {
  const parents = parentsOf(flow, password).toReversed();
  const outermost = parents.find(({ requirement }) => requirement !== 'REQUIRED');
  return outermost?.children ?? flow.children;
}

function otpNodes(nodes: readonly FlowNode[]): FlowNode[] {
  return nodes.filter(isEnabled).flatMap((node) => (asksOnlyForOtp(node) ? [node] : otpNodes(node.children)));
}

function asksOnlyForOtp(node: FlowNode): boolean {
  const asking = enabledSteps([node]).filter(({ provider }) => !isCondition(provider));
  return asking.length > 0 && asking.every(({ provider }) => provider === OTP_STEP);
}
