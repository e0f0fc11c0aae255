import { CognitoError, notAuthorized } from '../protocol/cognito-error.ts';
import { newSession, sealSession } from './auth-session.ts';
import { takeGuess } from '../../sign-in/guess.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';

const CODE = /^[0-9]{6,8}$/;
const WRONG = 'Invalid code received for user';

export function askForSoftwareToken(signIn: SignIn): SignInAnswer {
  const { ports, user } = signIn;
  const [token] = ports.softwareTokens();
  return {
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session: sealSession(ports, newSession(signIn, 'SOFTWARE_TOKEN_MFA')),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      ...(token === undefined || token.label === '' ? {} : { FRIENDLY_DEVICE_NAME: token.label }),
    },
  };
}

/**
 * Keycloak checks the code, in its window and once only.
 * @throws CognitoError for a wrong or used code; the session lives on
 */
export function checkSoftwareToken({ ports }: SignIn, code: string): void {
  if (!CODE.test(code)) throw new CognitoError('CodeMismatchException', WRONG);
  const guess = takeGuess(ports, 'software-token');
  if (guess === undefined) throw notAuthorized('Password attempts exceeded');
  switch (ports.judgeSoftwareToken({ code })) {
    case 'right':
      guess.giveBack();
      return;
    case 'used':
      throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
    case 'wrong':
      ports.countFailure({ factor: 'otp' });
      ports.tellFailure({ error: 'invalid_user_credentials', reason: 'wrong_code', factor: 'SOFTWARE_TOKEN_MFA' });
      throw new CognitoError('CodeMismatchException', WRONG);
  }
}

export function noSoftwareToken(): CognitoError {
  return new CognitoError('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.');
}
