import type AuthenticationExecutionInfoRepresentation from '@keycloak/keycloak-admin-client/lib/defs/authenticationExecutionInfoRepresentation.js';

/** One row of a flow as the Admin API lists it. The admin client's type lacks `priority`. */
export interface Execution extends AuthenticationExecutionInfoRepresentation {
  readonly priority?: number;
}

/** A step or a sub-flow; a sub-flow has no provider. */
export interface FlowNode {
  readonly execution: Execution;
  readonly label: string;
  readonly provider?: string;
  readonly requirement: string;
  readonly children: readonly FlowNode[];
  /** Positions from the top of the flow down to this node: the same in a flow and in its copy, whereas ids differ. */
  readonly path: readonly number[];
}

export interface Flow {
  readonly alias: string;
  readonly children: readonly FlowNode[];
}

/** Builds the tree from the depth-first list with levels that Keycloak gives. */
export function parseFlow(alias: string, executions: readonly Execution[]): Flow {
  let position = 0;

  function readLevel(level: number, parent: readonly number[]): FlowNode[] {
    const nodes: FlowNode[] = [];
    for (let execution = executions[position]; execution !== undefined; execution = executions[position]) {
      if ((execution.level ?? 0) < level) break;
      position += 1;
      const path = [...parent, nodes.length];
      const isSubFlow = execution.authenticationFlow === true;
      nodes.push({
        execution,
        label: execution.displayName ?? execution.providerId ?? '',
        ...(isSubFlow || execution.providerId === undefined ? {} : { provider: execution.providerId }),
        requirement: execution.requirement ?? 'DISABLED',
        children: isSubFlow ? readLevel(level + 1, path) : [],
        path,
      });
    }
    return nodes;
  }

  return { alias, children: readLevel(0, []) };
}

export function isEnabled(node: FlowNode): boolean {
  return node.requirement !== 'DISABLED';
}

/** All nodes in their order, parents first; `enter` says into which nodes to go down. */
export function walk(nodes: readonly FlowNode[], enter: (node: FlowNode) => boolean = () => true): FlowNode[] {
  return nodes.flatMap((node) => [node, ...(enter(node) ? walk(node.children, enter) : [])]);
}

/** The steps below that can run: neither they nor a sub-flow above them is disabled. */
export function enabledSteps(nodes: readonly FlowNode[]): FlowNode[] {
  return walk(nodes, isEnabled).filter((node) => node.provider !== undefined && isEnabled(node));
}

export function nodeAt(flow: Flow, path: readonly number[]): FlowNode | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  return rest.reduce<FlowNode | undefined>((node, index) => node?.children[index], flow.children[first]);
}

/** The sub-flows above a node, the outermost first. */
export function parentsOf(flow: Flow, { path }: FlowNode): FlowNode[] {
  return path.slice(1).flatMap((_, depth) => nodeAt(flow, path.slice(0, depth + 1)) ?? []);
}
