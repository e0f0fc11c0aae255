import {
  acceptedFactors,
  isSetUpPostponable,
  nextChallenge,
  type MfaFactor,
  type NextChallenge,
  type PoolPolicy,
} from '@lifeguard/shared/mfa';
import { challengeRules, userFactors } from '../../pool/challenge-rules.ts';
import type { ClientContext } from '../client/open-client.ts';
import { requirePoolPolicy } from '../pool/pool-policy.ts';

/** The pool's policy and what it asks of the user who has proven the password. */
export interface PasswordProven {
  readonly policy: PoolPolicy;
  readonly phoneNumber: string | undefined;
  readonly hasSoftwareToken: boolean;
  readonly next: NextChallenge;
  /** All that the user may answer with. */
  readonly accepted: () => readonly MfaFactor[];
}

/** The same rule as on the pages, asked anew at every request. Here nobody can enter a phone number during the sign-in. */
export function challengeAfterPassword({
  ports,
  parsedPolicy,
}: Pick<ClientContext, 'ports' | 'parsedPolicy'>): PasswordProven {
  const policy = requirePoolPolicy(parsedPolicy);
  const user = ports.user();
  const person = userFactors(user);
  const rules = { ...challengeRules(policy, user), mayEnterPhoneNumber: false };
  const next = nextChallenge(rules, person);
  return {
    policy,
    phoneNumber: person.phoneNumber,
    hasSoftwareToken: user.softwareTokens > 0,
    accepted: () => acceptedFactors(rules, person),
    next: needsSetUp(next) && isSetUpPostponable(policy, () => ports.now()) ? { kind: 'tokens' } : next,
  };
}

function needsSetUp(next: NextChallenge): boolean {
  return next.kind === 'refusal' || (next.kind === 'challenge' && next.challenge === 'MFA_SETUP');
}
