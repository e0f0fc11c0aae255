import { formatPoolPolicy, formatSpendPolicy, parsePoolPolicy, parseSpendPolicy } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';
import { installLifeguard } from '../install/install-lifeguard.ts';
import { readPoolAttributes } from '../policy/pool-policy.ts';
import type { PoolFileResult } from './pool-file.ts';

/** All that a file can say of a pool, as it is. A setting that nobody has made is there with its default. */
export async function exportPool(pool: Pool): Promise<PoolFileResult> {
  const attributes = await readPoolAttributes(pool);
  const policy = parsePoolPolicy(attributes);
  const spend = parseSpendPolicy(attributes);
  const problems = [policy, spend].flatMap((result) => (result.ok ? [] : result.problems));
  if (!policy.ok || !spend.ok) {
    return { ok: false, problems: problems.map(({ attribute, message }) => `${attribute}: ${message}`) };
  }
  const plan = await installLifeguard(pool, { dryRun: true });
  return {
    ok: true,
    file: {
      policy: formatPoolPolicy(policy.policy),
      spend: formatSpendPolicy(spend.spend),
      installed: plan.ok && plan.changes.length === 0,
    },
  };
}
