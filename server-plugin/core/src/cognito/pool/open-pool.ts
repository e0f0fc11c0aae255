import { resourceNotFound } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortEndpoint, PortPool } from '../records.ts';
import { realmIdOf } from './pool-id.ts';

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
  return serves(ports.endpoint(), pool);
}

/** The same, of an endpoint that was asked for already. */
export function serves({ realm, servesEveryPool }: PortEndpoint, pool: PortPool): boolean {
  return servesEveryPool ? pool.name !== realm : pool.name === realm;
}

/**
 * Opens the pool of an endpoint that serves one alone, before anything leads to another: what belongs elsewhere is not to be opened first
 * and refused then.
 * @returns undefined at an endpoint that serves every pool
 */
export function openEndpointPool(ports: CognitoPorts, { realm, servesEveryPool }: PortEndpoint): PortPool | undefined {
  if (servesEveryPool) return undefined;
  const pool = ports.openPool({ name: realm });
  if (pool === null) throw resourceNotFound('User pool does not exist.');
  return pool;
}
