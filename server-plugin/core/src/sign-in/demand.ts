import {
  type MfaFactor,
  nextChallenge,
  parseMfaSettings,
  parsePhoneNumber,
  parsePoolPolicy,
  type PolicyProblem,
  poolFactors,
  type PoolPolicy,
} from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
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

/** What the pool demands after the password, at this moment. */
export type Demand =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly situation: Situation }
  | { readonly kind: 'set-up' }
  | { readonly kind: 'unreadable-policy'; readonly problems: readonly PolicyProblem[] }
  | { readonly kind: 'no-factor'; readonly error: string };

/** Reads pool and user anew at every request: a policy that changed between two pages holds at once. */
export function demandOf(ports: Ports, state: SignInState): Demand {
  const parsed = parsePoolPolicy(ports.poolAttributes());
  if (!parsed.ok) return { kind: 'unreadable-policy', problems: parsed.problems };
  const { policy } = parsed;
  const user = ports.user();
  const phone = parsePhoneNumber(user.phoneNumber ?? '');
  const phoneNumber = phone.ok ? phone.e164 : undefined;

  const next = nextChallenge(
    {
      mfaConfiguration: policy.mfaConfiguration,
      factors: poolFactors(policy),
      verifiedTokenIsEnabled: policy.verifiedTokenIsEnabled,
    },
    {
      // Keycloak asks for a new password by its own required action, after this step.
      status: 'CONFIRMED',
      softwareToken: user.softwareTokens > 0 ? 'verified' : 'none',
      settings: parseMfaSettings(user),
      ...(phoneNumber === undefined ? {} : { phoneNumber }),
    },
  );
  if (next.kind === 'tokens') return { kind: 'nothing' };
  if (next.kind === 'refusal') return { kind: 'no-factor', error: next.error };

  switch (next.challenge) {
    case 'MFA_SETUP':
      return { kind: 'set-up' };
    case 'SELECT_MFA_TYPE': {
      const factor = next.factors.find((candidate) => candidate === state.chosen);
      return { kind: 'answer', situation: { policy, phoneNumber, state, factors: next.factors, factor } };
    }
    case 'SMS_MFA':
    case 'SOFTWARE_TOKEN_MFA': {
      const factor = next.challenge;
      return { kind: 'answer', situation: { policy, phoneNumber, state, factors: [factor], factor } };
    }
    default:
      throw new Error(`the pages have no ${next.challenge}`);
  }
}
