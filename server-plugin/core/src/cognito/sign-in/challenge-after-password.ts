import {
  acceptedFactors,
  isSetUpPostponable,
  nextChallenge,
  type MfaFactor,
  type NextChallenge,
  parsePoolPolicy,
  type PoolPolicy,
} from '@lifeguard/shared/mfa';
import { challengeRules, userFactors } from '../../pool/challenge-rules.ts';
import type { Ports } from '../../ports.ts';
import { CognitoError } from '../protocol/cognito-error.ts';

/** The pool's policy and what it asks of the user who has proven the password. */
export interface PasswordProven {
  readonly policy: PoolPolicy;
  readonly phoneNumber: string | undefined;
  readonly next: NextChallenge;
  /** All that the user may answer with. */
  readonly accepted: readonly MfaFactor[];
}

/** @throws CognitoError when the policy can't be read: nobody gets in by a typing error */
export function readPolicy(ports: Ports): PoolPolicy {
  const parsed = parsePoolPolicy(ports.poolAttributes());
  if (parsed.ok) return parsed.policy;
  const problems = parsed.problems.map(({ attribute, message }) => `${attribute}: ${message}`).join(' ');
  throw new CognitoError(
    'InvalidUserPoolConfigurationException',
    `The policy of the user pool can't be read. ${problems}`,
  );
}

/** The same rule as on the pages, read anew at every request. Here nobody can enter a phone number during the sign-in. */
export function challengeAfterPassword(ports: Ports): PasswordProven {
  const policy = readPolicy(ports);
  const user = ports.user();
  const person = userFactors(user);
  const rules = { ...challengeRules(policy, user), mayEnterPhoneNumber: false };
  const next = nextChallenge(rules, person);
  return {
    policy,
    phoneNumber: person.phoneNumber,
    accepted: acceptedFactors(rules, person),
    next: needsSetUp(next) && isSetUpPostponable(policy, () => ports.now()) ? { kind: 'tokens' } : next,
  };
}

function needsSetUp(next: NextChallenge): boolean {
  return next.kind === 'refusal' || (next.kind === 'challenge' && next.challenge === 'MFA_SETUP');
}
