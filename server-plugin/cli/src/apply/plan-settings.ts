import {
  changePoolPolicy,
  formatPoolPolicy,
  formatSpendPolicy,
  parsePoolPolicy,
  parseSpendPolicy,
  type PolicyProblem,
} from '@lifeguard/shared/mfa';
import { type PoolFile, settingName } from './pool-file.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** A setting that is not as the file says. */
export interface Difference {
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}

export type SettingsPlan =
  | { readonly ok: true; readonly policy: readonly Difference[]; readonly spend: readonly Difference[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/**
 * Compares what a file says with a realm's attributes, by the rules that the plugin has too: values that mean the same are no difference, and
 * what the plugin would refuse is a problem here.
 */
export function planSettings(before: Attributes, { policy, spend }: Pick<PoolFile, 'policy' | 'spend'>): SettingsPlan {
  const policyBefore = parsePoolPolicy(before);
  const spendBefore = parseSpendPolicy(before);
  const policyAfter = changePoolPolicy(before, policy);
  const spendAfter = parseSpendPolicy({ ...before, ...spend });
  const problems = [policyAfter, spendAfter].flatMap((result) => (result.ok ? [] : result.problems));
  if (!policyAfter.ok || !spendAfter.ok) return { ok: false, problems };
  return {
    ok: true,
    policy: differences({
      named: policy,
      before: policyBefore.ok ? formatPoolPolicy(policyBefore.policy) : before,
      after: formatPoolPolicy(policyAfter.policy),
    }),
    spend: differences({
      named: spend,
      before: spendBefore.ok ? formatSpendPolicy(spendBefore.spend) : before,
      after: formatSpendPolicy(spendAfter.spend),
    }),
  };
}

interface Comparison {
  /** The attributes that the file names. */
  readonly named: Attributes;
  readonly before: Attributes;
  readonly after: Attributes;
}

function differences({ named, before, after }: Comparison): readonly Difference[] {
  return Object.keys(named)
    .map((name) => ({ setting: settingName(name), from: before[name] ?? '', to: after[name] ?? '' }))
    .filter(({ from, to }) => from !== to);
}
