import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import { openTokenOf } from '../access/open-token.ts';
import { requireFactorProven } from '../access/proven-factor.ts';
import { openSessionUser } from '../sign-in/open-session-user.ts';
import { cutToColumn } from '../column-length.ts';
import { VerifySoftwareToken } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import type { CognitoPorts } from '../ports.ts';
import { CognitoError, notAuthorized } from '../protocol/cognito-error.ts';
import { invalidSession, newSession, sealSession } from '../sign-in/auth-session.ts';
import { requireOneProof, requireSetUpDemanded, requireTokensOffered } from '../sign-in/set-up-challenge.ts';
import { takeGuess } from '../../sign-in/guess.ts';

interface VerifySoftwareTokenRequest {
  readonly AccessToken?: string;
  readonly Session?: string;
  readonly UserCode: string;
  readonly FriendlyDeviceName?: string;
}

/**
 * Checks the first code of a new authenticator, which then is the user's only one. By itself it turns nothing on in an OPTIONAL pool.
 * @see Amazon Cognito API Reference, VerifySoftwareToken
 */
export const verifySoftwareToken = anonymous<VerifySoftwareTokenRequest>(
  VerifySoftwareToken,
  ({ AccessToken, Session, UserCode: code, FriendlyDeviceName = '' }, { ports }) => {
    const label = cutToColumn(FriendlyDeviceName);
    requireOneProof(AccessToken, Session);
    if (Session === undefined) {
      const context = openTokenOf({ AccessToken }, ports);
      requireTokensOffered(parsePoolPolicy(context.pool.attributes));
      requireFactorProven(context);
      confirm(ports, { id: 'access-token', code, label });
      ports.noteFactor({ factor: 'SOFTWARE_TOKEN_MFA' });
      return { Status: 'SUCCESS' };
    }
    const { signIn, session } = openSessionUser(ports, Session, 'MFA_SETUP');
    if (session.setUp === undefined || session.setUp.isVerified) throw invalidSession();
    const { seed } = session.setUp;
    // A client that got no answer asks again with the same code: it is right still, and no guess.
    const done = `set-up:${seed}:${code}`;
    if (!ports.isSpent({ key: done })) {
      requireTokensOffered(signIn.parsedPolicy);
      requireSetUpDemanded(signIn);
      confirm(ports, { id: seed, code, label });
      ports.spend({ key: done, lifeInSeconds: session.lifeInSeconds });
    }
    return {
      Status: 'SUCCESS',
      Session: sealSession(ports, newSession(signIn, 'MFA_SETUP', { seed, isVerified: true })),
    };
  },
);

function confirm(
  ports: CognitoPorts,
  attempt: { readonly id: string; readonly code: string; readonly label: string },
): void {
  const guess = takeGuess(ports, 'software-token');
  if (guess === undefined) throw notAuthorized('Password attempts exceeded');
  switch (ports.confirmSeed(attempt)) {
    case 'confirmed':
      guess.giveBack();
      return;
    case 'gone':
      guess.giveBack();
      throw new CognitoError('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.');
    case 'read-only':
      throw notAuthorized('The authenticators of this user are kept elsewhere and cannot be changed here.');
    case 'wrong':
      throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA');
  }
}
