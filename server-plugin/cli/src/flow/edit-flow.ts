import { OperatorError } from '../operator-error.ts';
import type { Pool } from '../connect.ts';
import { describeCopy } from './copied-from.ts';
import { type Execution, type Flow, type FlowNode, nodeAt, parseFlow, walk } from './flow-tree.ts';

export async function readFlow({ client }: Pool, alias: string): Promise<Flow> {
  return parseFlow(alias, (await client.authenticationManagement.getExecutions({ flow: alias })) as Execution[]);
}

/** Reads a flow that need not be there. */
export async function findFlow({ client }: Pool, alias: string): Promise<Flow | undefined> {
  const found = await client.authenticationManagement.getExecutions({ flow: alias }, { catchNotFound: true });
  return (found as unknown) === null ? undefined : parseFlow(alias, found as Execution[]);
}

/** Copies a flow, and notes in the description of the copy what it is a copy of. */
export async function copyFlow({ client }: Pool, { from, to }: { from: string; to: string }): Promise<void> {
  await client.authenticationManagement.copyFlow({ flow: from, newName: to });
  const copy = (await client.authenticationManagement.getFlows()).find(({ alias }) => alias === to);
  if (copy?.id === undefined) throw flowChanged({ flow: to });
  await client.authenticationManagement.updateFlow({ flowId: copy.id }, { ...copy, description: describeCopy(from) });
}

/** Makes an empty flow. */
export async function createFlow(
  pool: Pool,
  { alias, description }: { alias: string; description: string },
): Promise<void> {
  await pool.client.authenticationManagement.createFlow({
    alias,
    description,
    providerId: 'basic-flow',
    topLevel: true,
    builtIn: false,
  });
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

/** Adds a step REQUIRED at the end of a flow's top level. */
export async function appendStep(pool: Pool, alias: string, provider: string): Promise<void> {
  await pool.client.authenticationManagement.addExecutionToFlow({ flow: alias, provider });
  const added = (await readFlow(pool, alias)).children.at(-1);
  if (added?.provider !== provider) throw flowChanged({ flow: alias });
  await update(pool, alias, { ...added.execution, requirement: 'REQUIRED' });
}

/** Takes every step of some providers out of a flow. */
export async function removeSteps(
  pool: Pool,
  alias: string,
  isUnwanted: (provider: string | undefined) => boolean,
): Promise<void> {
  const steps = walk((await readFlow(pool, alias)).children).filter(({ provider }) => isUnwanted(provider));
  for (const { execution } of steps)
    if (execution.id !== undefined) await pool.client.authenticationManagement.delExecution({ id: execution.id });
}

/** Adds a step REQUIRED right behind a node and leaves the order of all others as it is. */
export async function insertStepAfter(pool: Pool, place: FlowPlace, provider: string): Promise<void> {
  const before = await find(pool, place);
  const parentPath = place.path.slice(0, -1);
  const parent = nodeAt(before.flow, parentPath);
  await pool.client.authenticationManagement.addExecutionToFlow({
    flow: parent?.label ?? place.flow,
    provider,
  });

  // Keycloak appends a new step, mostly DISABLED.
  const flow = await readFlow(pool, place.flow);
  const siblings = nodeAt(flow, parentPath)?.children ?? flow.children;
  const position = (place.path.at(-1) ?? 0) + 1;
  const added = siblings.at(-1);
  if (added?.provider !== provider) throw flowChanged(place);
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

function flowChanged({ flow }: Pick<FlowPlace, 'flow'>): OperatorError {
  return new OperatorError(
    'flow-changed',
    `The flow "${flow}" was changed by somebody else meanwhile: run the command again.`,
  );
}
