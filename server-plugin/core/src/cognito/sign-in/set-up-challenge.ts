import type { ClientContext } from '../client/open-client.ts';
import type { CognitoPorts } from '../ports.ts';
import type { AuthSession } from './auth-session.ts';
import { invalidSession } from './auth-session.ts';
import { challengeAfterPassword } from './challenge-after-password.ts';
import { noSoftwareToken } from './software-token-challenge.ts';

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
