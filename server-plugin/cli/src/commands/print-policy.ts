import type { PoolPolicyResult } from '@lifeguard/shared/mfa';
import { EXIT_CODE } from './exit-code.ts';

/** Prints the policy, or on standard error what is wrong with it. */
export function printPolicy(result: PoolPolicyResult, { json }: { json: boolean }): void {
  if (!result.ok) {
    for (const { attribute, message } of result.problems) console.error(`${attribute}: ${message}`);
    process.exitCode = EXIT_CODE.refused;
    return;
  }
  if (json) console.log(JSON.stringify(result.policy));
  else for (const [field, value] of Object.entries(result.policy)) console.log(`${field.padEnd(25)}  ${String(value)}`);
}
