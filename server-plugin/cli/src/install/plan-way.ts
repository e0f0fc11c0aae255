import type { Pool } from '../connect.ts';
import { readFlow } from '../flow/edit-flow.ts';
import { type FlowPlan, planFlow } from '../flow/plan-flow.ts';
import type { WayIn } from '../flow/way-in.ts';
import type { Change } from './change.ts';

export interface BoundWay {
  readonly way: WayIn;
  readonly boundAlias: string;
  readonly copyAlias: string;
  /** Put the copy in the places of the bound flow. */
  readonly binds: readonly Change[];
}

/** Reads the flows that a plan needs, and makes it. */
export async function planWay(
  pool: Pool,
  { way, boundAlias, copyAlias, binds }: BoundWay,
  aliases: ReadonlySet<string>,
): Promise<FlowPlan> {
  return planFlow({
    way,
    bound: await readFlow(pool, boundAlias),
    copyAlias,
    ...(aliases.has(copyAlias) ? { existing: await readFlow(pool, copyAlias) } : {}),
    binds,
  });
}
