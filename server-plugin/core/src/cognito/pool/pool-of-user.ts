import { parsePoolPolicy, poolFactors } from '@lifeguard/shared/mfa';
import { openTokenOf } from '../access/open-token.ts';
import type { CognitoPorts } from '../ports.ts';
import { type CognitoAnswer, answerError, answerWith } from '../protocol/answer.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import { challengeAfterPassword } from '../sign-in/challenge-after-password.ts';

/**
 * What a user's own app may know of the pool: its name, what it asks for at a sign-in, and what this user could answer with. Cognito tells an administrator alone, so that an app
 * can't say beforehand whether a factor may be set up or taken away.
 */
export function poolOfUser({ token }: { readonly token: string }, ports: CognitoPorts): CognitoAnswer {
  try {
    const { pool, user } = openTokenOf({ AccessToken: token }, ports);
    const parsedPolicy = parsePoolPolicy(pool.attributes);
    const { policy, accepted } = challengeAfterPassword({ ports, parsedPolicy });
    return answerWith({
      Name: pool.displayName === '' ? pool.name : pool.displayName,
      MfaConfiguration: policy.mfaConfiguration,
      Factors: policy.mfaConfiguration === 'OFF' ? [] : poolFactors(policy),
      AcceptedFactors: accepted(),
      Username: user.username,
    });
  } catch (error) {
    if (error instanceof CognitoError) return answerError(error);
    throw error;
  }
}
