import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import { openTokenOf } from '../access/open-token.ts';
import { requireFactorProven } from '../access/proven-factor.ts';
import { openSessionUser } from '../sign-in/open-session-user.ts';
import { AssociateSoftwareToken } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import { newSession, sealSession, sessionLifeInSeconds } from '../sign-in/auth-session.ts';
import { requireOneProof, requireSetUpDemanded, requireTokensOffered } from '../sign-in/set-up-challenge.ts';

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
