import {
  acceptedFactors,
  isSetUpPostponable,
  type MfaFactor,
  nextChallenge,
  parsePoolPolicy,
  type PolicyProblem,
  type PoolPolicy,
} from '@lifeguard/shared/mfa';
import { challengeRules, mayEnterPhoneNumber, userFactors } from '../pool/challenge-rules.ts';
import type { Ports, PortUser } from '../ports.ts';
import type { Entry } from './entry.ts';
import type { SignInState } from './step.ts';

/** A factor that the user has to answer with, and all that decides how. */
export interface Situation {
  readonly policy: PoolPolicy;
  readonly phoneNumber: string | undefined;
  readonly state: SignInState;
  /** All factors that the user may answer with; several when there is a choice. */
  readonly factors: readonly MfaFactor[];
  /** The one to ask for; absent while the user has to choose. */
  readonly factor: MfaFactor | undefined;
}

/** A user without a factor in a pool that wants one. */
export interface SetUpDemand {
  readonly kind: 'set-up';
  /** What the user can set up here, at least one. */
  readonly factors: readonly MfaFactor[];
  /** The day until which the user may go on without; absent when a factor is needed now. */
  readonly postponableUntil?: string;
}

/** What the pool demands after the first factor, at this moment. */
export type Demand =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly situation: Situation }
  | SetUpDemand
  | { readonly kind: 'unreadable-policy'; readonly problems: readonly PolicyProblem[] }
  | { readonly kind: 'no-factor'; readonly error: string };

export interface SignInContext {
  readonly state: SignInState;
  /** `browser` when absent. */
  readonly entry?: Entry;
  /** The factor that the user has proven in an earlier flow of this very sign-in. */
  readonly passed?: MfaFactor;
}

/** Reads pool and user anew at every request: a policy that changed between two pages holds at once. */
export function demandOf(ports: Ports, context: SignInContext): Demand {
  const parsed = parsePoolPolicy(ports.poolAttributes());
  if (!parsed.ok) return { kind: 'unreadable-policy', problems: parsed.problems };
  return demandFor({ policy: parsed.policy, user: ports.user(), now: () => ports.now(), ...context });
}

/** The demand on a user as given, for asking what would be. */
export function demandFor({
  policy,
  user,
  now,
  state,
  entry = 'browser',
}: SignInContext & {
  readonly policy: PoolPolicy;
  readonly user: PortUser;
  readonly now: () => number;
}): Demand {
  if (entry === 'identity-provider' && !policy.mfaAfterIdentityProvider) return { kind: 'nothing' };
  const isStepUp = entry === 'step-up';
  // A pool at OFF never challenges, and a level that stands for a factor is not given without one.
  if (isStepUp && policy.mfaConfiguration === 'OFF') return { kind: 'no-factor', error: 'step_up_in_pool_at_OFF' };

  const mayEnter = mayEnterPhoneNumber(policy, user);
  const pool = challengeRules(policy, user);
  const rules = isStepUp ? { ...pool, mfaConfiguration: 'ON' as const } : pool;
  const person = userFactors(user);
  const { phoneNumber } = person;
  const next = nextChallenge(rules, person);
  const isPostponable = !isStepUp && isSetUpPostponable(policy, now);
  if (next.kind === 'tokens') return { kind: 'nothing' };
  if (next.kind === 'refusal') return isPostponable ? { kind: 'nothing' } : { kind: 'no-factor', error: next.error };

  switch (next.challenge) {
    case 'MFA_SETUP':
      return {
        kind: 'set-up',
        factors: next.factors.filter((factor) => factor !== 'SMS_MFA' || mayEnter),
        ...(isPostponable ? { postponableUntil: policy.setUpGraceEndsOn } : {}),
      };
    case 'SELECT_MFA_TYPE':
    case 'SMS_MFA':
    case 'SOFTWARE_TOKEN_MFA': {
      const factors = acceptedFactors(rules, person);
      const asked = next.challenge === 'SELECT_MFA_TYPE' ? undefined : next.challenge;
      return {
        kind: 'answer',
        situation: { policy, phoneNumber, state, factors, factor: chosenFactor(factors, asked, state) },
      };
    }
    default:
      throw new Error(`the pages have no ${next.challenge}`);
  }
}

/** The one that the user chose, else the one that the rules ask for; none while the user is choosing among several. */
function chosenFactor(
  factors: readonly MfaFactor[],
  asked: MfaFactor | undefined,
  { chosen, isChoosing = false }: SignInState,
): MfaFactor | undefined {
  if (factors.length === 1) return factors[0];
  if (chosen !== undefined && factors.includes(chosen)) return chosen;
  return isChoosing ? undefined : asked;
}
