import type { Pool } from '../connect.ts';
import { readFlow } from '../flow/edit-flow.ts';
import type { FlowPlan } from '../flow/plan-flow.ts';
import { BROWSER } from '../flow/way-in.ts';
import { readIdentityProviders } from '../identity-provider/read-identity-providers.ts';
import { readPostBrokerFlows } from '../identity-provider/read-post-broker-flows.ts';
import type { Change } from './change.ts';
import { withProviderFlows } from './plan-first-broker.ts';
import { planPostBroker, POST_BROKER_FLOW } from './plan-post-broker.ts';
import { planWay } from './plan-way.ts';
import { realmWays } from './realm-ways.ts';

export type WaysPlan =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly leftOpen: readonly string[] }
  | Extract<FlowPlan, { ok: false }>;

/** Plans every flow of the realm that ends in a session; only a browser flow that is not understood stops it. */
export async function planWaysIn(pool: Pool, browserCopyAlias: string): Promise<WaysPlan> {
  const { client } = pool;
  const realm = (await client.realms.findOne({ realm: pool.realm })) ?? {};
  const flows = await client.authenticationManagement.getFlows();
  const aliases = new Set(flows.flatMap(({ alias }) => alias ?? []));
  const providers = await readIdentityProviders(pool);

  const changes: Change[] = [];
  const leftOpen: string[] = [];
  for (const bound of withProviderFlows(realmWays(realm, browserCopyAlias), providers)) {
    const plan = await planWay(pool, bound, aliases);
    if (plan.ok) changes.push(...plan.changes);
    else if (bound.way === BROWSER) return plan;
    else leftOpen.push(plan.reason);
  }
  const postBroker = planPostBroker({
    providers,
    postBrokerFlows: await readPostBrokerFlows(pool, providers),
    ...(aliases.has(POST_BROKER_FLOW) ? { existing: await readFlow(pool, POST_BROKER_FLOW) } : {}),
  });
  return { ok: true, changes: [...changes, ...postBroker.changes], leftOpen: [...leftOpen, ...postBroker.leftOpen] };
}
