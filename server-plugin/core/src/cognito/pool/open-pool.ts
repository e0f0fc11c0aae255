import { resourceNotFound } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool } from '../records.ts';
import { realmIdOf } from '@lifeguard/shared/cognito';

/** Opens the pool of a request. A pool that another endpoint serves is as unknown as one that is not there. */
export function openPoolById(ports: CognitoPorts, userPoolId: string): PortPool {
  const named = ports.openPool({ name: userPoolId });
  const realmId = realmIdOf(userPoolId);
  const pool = named ?? (realmId === undefined ? null : ports.openPool({ realmId }));
  if (pool === null || !mayServe(ports, pool)) {
    throw resourceNotFound(`User pool ${userPoolId} does not exist.`);
  }
  return pool;
}

/** Whether the endpoint that the request was sent to serves this pool. */
export function mayServe(ports: CognitoPorts, pool: PortPool): boolean {
  const { realm, servesEveryPool } = ports.endpoint();
  return servesEveryPool ? pool.name !== realm : pool.name === realm;
}
