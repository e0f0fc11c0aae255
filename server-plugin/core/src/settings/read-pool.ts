import {
  acceptedFactors,
  enabledFactors,
  type MfaFactor,
  parsePoolPolicy,
  type PolicyProblem,
  type PoolPolicy,
  type UserFactors,
} from '@lifeguard/shared/mfa';
import type { Ports, PortUser } from '../ports.ts';
import { challengeRules, userFactors } from '../pool/challenge-rules.ts';

/** Pool and user as the settings see them. */
export interface PoolAndUser {
  readonly ok: true;
  readonly policy: PoolPolicy;
  readonly user: PortUser;
  /** With the factors that are on stated one by one, also where the user has never set any. */
  readonly person: UserFactors;
  /** What is turned on, whether or not it can be used. */
  readonly enabled: readonly MfaFactor[];
  /** What a sign-in would accept. */
  readonly accepted: readonly MfaFactor[];
}

export function readPool(
  ports: Ports,
): PoolAndUser | { readonly ok: false; readonly problems: readonly PolicyProblem[] } {
  const parsed = parsePoolPolicy(ports.poolAttributes());
  if (!parsed.ok) return parsed;
  const { policy } = parsed;
  const user = ports.user();
  const rules = challengeRules(policy, user);
  const person = userFactors(user);
  const enabled = enabledFactors(rules, person);
  return {
    ok: true,
    policy,
    user,
    person: { ...person, settings: { ...person.settings, enabledFactors: enabled } },
    enabled,
    accepted: acceptedFactors(rules, person),
  };
}
