import type { TestBed } from './test-bed.ts';

/** A step by its authenticator, or a sub-flow by a name of the test's choice. */
export type FlowElement = StepElement | SubFlowElement;

interface StepElement {
  readonly step: string;
  /** REQUIRED unless given. */
  readonly requirement?: string;
  readonly config?: Readonly<Record<string, string>>;
}

interface SubFlowElement {
  readonly subFlow: string;
  readonly requirement: string;
  readonly elements: readonly FlowElement[];
}

/** Makes a flow as an administrator would, element by element, and returns its id. */
export async function makeFlow(bed: TestBed, alias: string, elements: readonly FlowElement[]): Promise<string> {
  const { authenticationManagement: flows } = bed.pool.client;
  const { id } = await flows.createFlow({ alias, providerId: 'basic-flow', topLevel: true, builtIn: false });
  await addElements(bed, { top: alias, flow: alias, elements });
  if (id === undefined) throw new Error(`the flow ${alias} has no id`);
  return id;
}

async function addElements(
  bed: TestBed,
  { top, flow, elements }: { readonly top: string; readonly flow: string; readonly elements: readonly FlowElement[] },
): Promise<void> {
  const { authenticationManagement: flows } = bed.pool.client;
  for (const element of elements) {
    const isStep = 'step' in element;
    // Aliases are unique in a realm.
    const alias = isStep ? '' : `${top}: ${element.subFlow}`;
    const { id } = isStep
      ? await flows.addExecutionToFlow({ flow, provider: element.step })
      : await flows.addFlowToFlow({ flow, alias, type: 'basic-flow', provider: '', description: '' });
    // The execution of a sub-flow has an id of its own.
    const added = (await flows.getExecutions({ flow: top })).find((row) => (isStep ? row.id : row.flowId) === id);
    if (added?.id === undefined) throw new Error(`${top} has no execution ${id}`);
    await flows.updateExecution({ flow: top }, { ...added, requirement: element.requirement ?? 'REQUIRED' });
    if (!isStep) await addElements(bed, { top, flow: alias, elements: element.elements });
    else if (element.config !== undefined) {
      await flows.createConfig({ id: added.id, alias: added.id, config: { ...element.config } });
    }
  }
}

/** Makes a flow and binds it as the realm's browser flow. */
export async function useBrowserFlow(bed: TestBed, elements: readonly FlowElement[]): Promise<void> {
  await makeFlow(bed, 'own browser', elements);
  await bed.pool.client.realms.update({ realm: bed.realm }, { browserFlow: 'own browser' });
}
