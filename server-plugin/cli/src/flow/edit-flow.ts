import { OperatorError } from '../operator-error.ts';
import type { Pool } from '../connect.ts';
import { type Execution, type Flow, type FlowNode, nodeAt, parseFlow } from './flow-tree.ts';
import { LIFEGUARD_STEP } from './providers.ts';

export async function readFlow({ client }: Pool, alias: string): Promise<Flow> {
  return parseFlow(alias, (await client.authenticationManagement.getExecutions({ flow: alias })) as Execution[]);
}

export async function copyFlow({ client }: Pool, { from, to }: { from: string; to: string }): Promise<void> {
  await client.authenticationManagement.copyFlow({ flow: from, newName: to });
}

/** Takes effect at once for everybody who starts to sign in. */
export async function bindBrowserFlow({ client, realm }: Pool, alias: string): Promise<void> {
  await client.realms.update({ realm }, { browserFlow: alias });
}

/** A place in a flow, as it was planned. */
export interface FlowPlace {
  readonly flow: string;
  readonly path: readonly number[];
  readonly provider?: string;
}

export async function setRequirement(
  pool: Pool,
  place: FlowPlace,
  requirement: 'REQUIRED' | 'DISABLED',
): Promise<void> {
  const { node } = await find(pool, place);
  await update(pool, place.flow, { ...node.execution, requirement });
}

/** Adds Lifeguard's step REQUIRED right behind another step and leaves the order of all others as it is. */
export async function insertStepAfter(pool: Pool, place: FlowPlace): Promise<void> {
  const before = await find(pool, place);
  const parentPath = place.path.slice(0, -1);
  const parent = nodeAt(before.flow, parentPath);
  await pool.client.authenticationManagement.addExecutionToFlow({
    flow: parent?.label ?? place.flow,
    provider: LIFEGUARD_STEP,
  });

  // Keycloak appends a new step, mostly DISABLED.
  const flow = await readFlow(pool, place.flow);
  const siblings = nodeAt(flow, parentPath)?.children ?? flow.children;
  const position = (place.path.at(-1) ?? 0) + 1;
  const added = siblings.at(-1);
  if (added?.provider !== LIFEGUARD_STEP) throw flowChanged(place);
  const wanted = [...siblings.slice(0, position), added, ...siblings.slice(position, -1)].map(
    ({ execution }) => execution,
  );
  const priorities = ascending(
    wanted.map((execution) => (execution === added.execution ? 0 : (execution.priority ?? 0))),
  );
  for (const [index, execution] of wanted.entries()) {
    const priority = priorities[index] ?? 0;
    if (execution === added.execution)
      await update(pool, place.flow, { ...execution, priority, requirement: 'REQUIRED' });
    else if (execution.priority !== priority) await update(pool, place.flow, { ...execution, priority });
  }
}

/** Raises a number only where it would not exceed the one before it. */
export function ascending(numbers: readonly number[]): readonly number[] {
  let last = -1;
  return numbers.map((number) => (last = Math.max(last + 1, number)));
}

async function update({ client }: Pool, flow: string, execution: Execution): Promise<void> {
  await client.authenticationManagement.updateExecution({ flow }, execution);
}

async function find(pool: Pool, place: FlowPlace): Promise<{ flow: Flow; node: FlowNode }> {
  const flow = await readFlow(pool, place.flow);
  const node = nodeAt(flow, place.path);
  if (node === undefined || node.provider !== place.provider) throw flowChanged(place);
  return { flow, node };
}

function flowChanged({ flow }: FlowPlace): OperatorError {
  return new OperatorError(
    'flow-changed',
    `The flow "${flow}" was changed by somebody else meanwhile: run the command again.`,
  );
}
