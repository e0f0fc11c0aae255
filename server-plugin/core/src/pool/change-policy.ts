import { changePoolPolicy, formatPoolPolicy, POOL_ATTRIBUTES, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { readChanges } from './read-changes.ts';

/**
 * Changes the pool's policy, as far as the rules allow. Nothing is written unless the whole policy is valid afterwards.
 * @param input `attributes`: the realm attributes to change, by name
 */
export function changePolicy({ attributes }: { readonly attributes?: unknown }, ports: Ports): PoolPolicyResult {
  const changes = readChanges(attributes, Object.values(POOL_ATTRIBUTES));
  if (!changes.ok) return changes;
  const result = changePoolPolicy(ports.poolAttributes(), changes.attributes);
  if (result.ok) ports.setPoolAttributes({ attributes: formatPoolPolicy(result.policy) });
  return result;
}
