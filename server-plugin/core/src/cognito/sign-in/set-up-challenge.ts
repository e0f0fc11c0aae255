import { poolFactors, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import type { ClientContext } from '../client/open-client.ts';
import { requirePoolPolicy } from '../pool/pool-policy.ts';
import type { CognitoPorts } from '../ports.ts';
import { CognitoError, invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import type { AuthSession } from './auth-session.ts';
import { invalidSession } from './auth-session.ts';
import { challengeAfterPassword } from './challenge-after-password.ts';
import { noSoftwareToken } from './software-token-challenge.ts';

/** An access token or a session, "but not both". */
export function requireOneProof(accessToken: string | undefined, session: string | undefined): void {
  if (accessToken !== undefined && session !== undefined) {
    throw invalidParameter('Only one of AccessToken and Session can be given.');
  }
  if (accessToken === undefined && session === undefined) {
    throw notAuthorized('Invalid Access Token');
  }
}

/** @throws CognitoError in a pool that does not offer authenticators */
export function requireTokensOffered(parsed: PoolPolicyResult): void {
  const policy = requirePoolPolicy(parsed);
  if (policy.mfaConfiguration !== 'OFF' && poolFactors(policy).includes('SOFTWARE_TOKEN_MFA')) return;
  throw new CognitoError(
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA has not been enabled by the userPool.',
  );
}

/**
 * Whether the password alone still leads to a set-up. A session from before somebody set a factor up is worth nothing afterwards: with
 * it, the password alone would be enough to replace what stands beside it.
 */
export function requireSetUpDemanded(place: Pick<ClientContext, 'ports' | 'parsedPolicy'>): void {
  const { next } = challengeAfterPassword(place);
  if (next.kind === 'challenge' && next.challenge === 'MFA_SETUP') return;
  throw invalidSession();
}

/** MFA_SETUP is answered by the session of VerifySoftwareToken, and by nothing else. */
export function requireVerifiedSetUp(ports: CognitoPorts, { setUp }: AuthSession): void {
  if (setUp?.isVerified !== true) throw invalidSession();
  if (ports.user().softwareTokens === 0) throw noSoftwareToken();
}
