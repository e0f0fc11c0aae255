import {
  type MfaFactor,
  nextChallenge,
  parseMfaSettings,
  parsePhoneNumber,
  parsePoolPolicy,
  poolFactors,
  type PoolPolicy,
} from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import type { SignInState, SignInStep } from './step.ts';

/** What decides a sign-in at this moment: the policy, the number, and the factor to ask for. */
export interface Situation {
  readonly policy: PoolPolicy;
  readonly phoneNumber: string | undefined;
  readonly state: SignInState;
  /** All factors that the user may answer with; several when there is a choice. */
  readonly factors: readonly MfaFactor[];
  /** The one to ask for; absent while the user has to choose. */
  readonly factor: MfaFactor | undefined;
}

export type SituationResult =
  | { readonly ended: true; readonly step: SignInStep }
  | { readonly ended: false; readonly situation: Situation };

/** Reads pool and user anew at every request: a policy that changed between two pages holds at once. */
export function situationOf(ports: Ports, state: SignInState): SituationResult {
  const parsed = parsePoolPolicy(ports.poolAttributes());
  if (!parsed.ok) {
    const reason = parsed.problems.map(({ attribute, message }) => `${attribute}: ${message}`).join(' ');
    return ended({ kind: 'refusal', reason: `policy_unreadable ${reason}`, message: 'lifeguardUnavailable' });
  }
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
  if (next.kind === 'tokens') return ended({ kind: 'done' });
  if (next.kind === 'refusal') return ended({ kind: 'refusal', reason: next.error, message: 'lifeguardNoFactor' });

  switch (next.challenge) {
    case 'MFA_SETUP':
      return ended(setUp(ports));
    case 'SELECT_MFA_TYPE': {
      const factor = next.factors.find((candidate) => candidate === state.chosen);
      return { ended: false, situation: { policy, phoneNumber, state, factors: next.factors, factor } };
    }
    case 'SMS_MFA':
    case 'SOFTWARE_TOKEN_MFA':
      return {
        ended: false,
        situation: { policy, phoneNumber, state, factors: [next.challenge], factor: next.challenge },
      };
    default:
      throw new Error(`the pages have no ${next.challenge}`);
  }
}

function setUp(ports: Ports): SignInStep {
  if (ports.requireAction({ action: 'CONFIGURE_TOTP' })) return { kind: 'setup', action: 'CONFIGURE_TOTP' };
  return { kind: 'refusal', reason: 'CONFIGURE_TOTP_disabled', message: 'lifeguardSetupUnavailable' };
}

function ended(step: SignInStep): SituationResult {
  return { ended: true, step };
}
