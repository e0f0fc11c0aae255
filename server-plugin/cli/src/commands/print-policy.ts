import type { PoolPolicyResult } from '@lifeguard/shared/mfa';
import { refuseFor } from './refuse.ts';

/** Prints the policy, or on standard error what is wrong with it. */
export function printPolicy(result: PoolPolicyResult, { json }: { json: boolean }): void {
  if (!result.ok) return refuseFor(result.problems);
  if (json) console.log(JSON.stringify(result.policy));
  else for (const [field, value] of Object.entries(result.policy)) console.log(`${field.padEnd(25)}  ${String(value)}`);
}
