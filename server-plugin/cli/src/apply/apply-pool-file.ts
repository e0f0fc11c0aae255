import type { PolicyProblem } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';
import { installLifeguard } from '../install/install-lifeguard.ts';
import { readPoolAttributes } from '../policy/pool-policy.ts';
import { type Difference, planSettings } from './plan-settings.ts';
import type { PoolFile } from './pool-file.ts';

/** What has to be done so that a pool is as its file says. */
export interface PoolPlan {
  readonly ok: true;
  readonly policy: readonly Difference[];
  readonly spend: readonly Difference[];
  /** What install would do, in words. */
  readonly installation: readonly string[];
  /** The ways in that install leaves as they are, each with what the operator has to do. */
  readonly leftOpen: readonly string[];
}

export interface PoolRefusal {
  readonly ok: false;
  /** Each a sentence. */
  readonly problems: readonly string[];
}

/**
 * Compares a pool with its file and changes nothing.
 * @throws {OperatorError} plugin-missing, missing-role
 */
export async function planPool(pool: Pool, file: PoolFile): Promise<PoolPlan | PoolRefusal> {
  const settings = planSettings(await readPoolAttributes(pool), file);
  if (!settings.ok) return refuse(settings.problems);
  if (!file.installed) return { ...settings, installation: [], leftOpen: [] };
  const installed = await installLifeguard(pool, { dryRun: true });
  if (!installed.ok) return { ok: false, problems: [installed.reason] };
  return { ...settings, installation: installed.changes, leftOpen: installed.leftOpen };
}

export function isAsPlanned({ policy, spend, installation }: PoolPlan): boolean {
  return policy.length + spend.length + installation.length === 0;
}

/**
 * Makes a pool as its file says. The plugin checks the settings again, and the flows come last: what they go by is there before anybody is
 * asked.
 * @throws {OperatorError} plugin-missing, not-applied, missing-role
 */
export async function applyPoolFile(
  pool: Pool,
  { file, plan }: { readonly file: PoolFile; readonly plan: PoolPlan },
): Promise<{ readonly ok: true } | PoolRefusal> {
  for (const [path, differences, attributes] of [
    ['/policy', plan.policy, file.policy],
    ['/sms/settings', plan.spend, file.spend],
  ] as const) {
    if (differences.length === 0) continue;
    const answer = await pool.askPlugin(path, { method: 'PUT', body: { attributes } });
    const result = answer as
      | { readonly ok: true }
      | { readonly ok: false; readonly problems: readonly PolicyProblem[] };
    if (!result.ok) return refuse(result.problems);
  }
  if (plan.installation.length === 0) return { ok: true };
  const installed = await installLifeguard(pool);
  return installed.ok ? { ok: true } : { ok: false, problems: [installed.reason] };
}

function refuse(problems: readonly PolicyProblem[]): PoolRefusal {
  return { ok: false, problems: problems.map(({ attribute, message }) => `${attribute}: ${message}`) };
}
