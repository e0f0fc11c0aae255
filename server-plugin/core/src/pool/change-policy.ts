import { changePoolPolicy, formatPoolPolicy, POOL_ATTRIBUTES, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';

/**
 * Changes the pool's policy, as far as the rules allow. Nothing is written unless the whole policy is valid afterwards.
 * @param input `attributes`: the realm attributes to change, by name
 */
export function changePolicy({ attributes }: { readonly attributes?: unknown }, ports: Ports): PoolPolicyResult {
  const changes = readChanges(attributes);
  if (!changes.ok) return changes;
  const result = changePoolPolicy(ports.poolAttributes(), changes.attributes);
  if (result.ok) ports.setPoolAttributes({ attributes: formatPoolPolicy(result.policy) });
  return result;
}

/** A name that nobody knows is a typing error, and one that is dropped in silence would leave a pool open. */
function readChanges(
  attributes: unknown,
):
  | { readonly ok: true; readonly attributes: Readonly<Record<string, string>> }
  | Extract<PoolPolicyResult, { readonly ok: false }> {
  const known: readonly string[] = Object.values(POOL_ATTRIBUTES);
  const entries = Object.entries((attributes ?? {}) as Record<string, unknown>);
  const problems = entries.flatMap(([attribute, value]) => {
    if (!known.includes(attribute)) return [{ attribute, message: 'The policy has no such attribute.' }];
    return typeof value === 'string' ? [] : [{ attribute, message: 'The value must be a text.' }];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, attributes: Object.fromEntries(entries) as Readonly<Record<string, string>> };
}
