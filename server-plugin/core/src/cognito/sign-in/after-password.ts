import { CognitoError } from '../protocol/cognito-error.ts';
import { challengeAfterPassword } from './challenge-after-password.ts';
import { newSession, sealSession } from './auth-session.ts';
import { finish } from './finish.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';
import { askForSmsCode } from './sms-challenge.ts';
import { askForSoftwareToken } from './software-token-challenge.ts';
import { askForNewPassword, isNewPasswordDue, requireTemporaryPasswordValid } from './new-password-challenge.ts';

/** Goes on once the password was proven: with a new password where one is due, then with what the pool's policy asks for. */
export function afterPassword(signIn: SignIn): SignInAnswer {
  if (!isNewPasswordDue(signIn)) return askForFactor(signIn);
  requireTemporaryPasswordValid(signIn);
  return askForNewPassword(signIn);
}

/** The challenge that the policy asks for, or tokens. */
export function askForFactor(signIn: SignIn): SignInAnswer {
  const { ports, user } = signIn;
  const { policy, phoneNumber, next } = challengeAfterPassword(signIn);
  if (next.kind === 'tokens') return finish(signIn);
  if (next.kind === 'refusal') throw new CognitoError(next.error, next.message);
  switch (next.challenge) {
    case 'SMS_MFA':
      return askForSmsCode(signIn, policy, phoneNumber ?? '');
    case 'SOFTWARE_TOKEN_MFA':
      return askForSoftwareToken(signIn);
    case 'SELECT_MFA_TYPE':
    case 'MFA_SETUP':
      return {
        ChallengeName: next.challenge,
        Session: sealSession(ports, newSession(signIn, next.challenge)),
        ChallengeParameters: {
          // A list as text: Amplify parses it, and a list breaks it.
          [next.challenge === 'MFA_SETUP' ? 'MFAS_CAN_SETUP' : 'MFAS_CAN_CHOOSE']: JSON.stringify(next.factors),
          USER_ID_FOR_SRP: user.username,
        },
      };
    default:
      throw new Error(`the API has no ${next.challenge}`);
  }
}
