import { changePoolPolicy, formatPoolPolicy, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';

/** Changes the pool's policy, as far as the rules allow. Nothing is written unless the whole policy is valid afterwards. */
export function changePolicy(
  { attributes }: { readonly attributes: Readonly<Record<string, string>> },
  ports: Ports,
): PoolPolicyResult {
  const result = changePoolPolicy(ports.poolAttributes(), attributes);
  if (result.ok) ports.setPoolAttributes({ attributes: formatPoolPolicy(result.policy) });
  return result;
}
