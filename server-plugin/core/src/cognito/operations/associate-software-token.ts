import { parsePoolPolicy, poolFactors, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import { openTokenOf } from '../access/open-token.ts';
import { requireFactorProven } from '../access/proven-factor.ts';
import { openSessionUser } from '../client/open-session-user.ts';
import { AssociateSoftwareToken } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import { CognitoError, invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import { newSession, sealSession, sessionLifeInSeconds } from '../sign-in/auth-session.ts';
import { requirePoolPolicy } from '../pool/pool-policy.ts';
import { requireSetUpDemanded } from '../sign-in/set-up-challenge.ts';

interface AssociateSoftwareTokenRequest {
  readonly AccessToken?: string;
  readonly Session?: string;
}

/** How long a seed waits for its first code where no session says it. */
const SEED_LIFE_IN_SECONDS = 900;

/**
 * Makes a new seed. An authenticator that is verified already stays in force until the first code of the new one is right.
 * @see Amazon Cognito API Reference, AssociateSoftwareToken
 */
export const associateSoftwareToken = anonymous<AssociateSoftwareTokenRequest>(
  AssociateSoftwareToken,
  ({ AccessToken, Session }, { ports }) => {
    requireOneProof(AccessToken, Session);
    if (Session === undefined) {
      const context = openTokenOf({ AccessToken }, ports);
      requireTokensOffered(parsePoolPolicy(context.pool.attributes));
      requireFactorProven(context);
      return { SecretCode: ports.issueSeed({ id: 'access-token', lifeInSeconds: SEED_LIFE_IN_SECONDS }) };
    }
    const { signIn } = openSessionUser(ports, Session, 'MFA_SETUP');
    requireTokensOffered(signIn.parsedPolicy);
    requireSetUpDemanded(signIn);
    const seed = ports.randomText({ length: 16 });
    const next = newSession(signIn, 'MFA_SETUP', { seed, isVerified: false });
    return {
      SecretCode: ports.issueSeed({ id: seed, lifeInSeconds: sessionLifeInSeconds(signIn) }),
      Session: sealSession(ports, next),
    };
  },
);

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
