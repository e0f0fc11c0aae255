import { maskPhoneNumber, originBoundMessage, parseCode, type PoolPolicy, SMS_CODE } from '@lifeguard/shared/mfa';
import { CognitoError, notAuthorized } from '../protocol/cognito-error.ts';
import { takeGuess } from '../../sign-in/guess.ts';
import { sendToldText } from '../user/send-told-text.ts';
import { type AuthSession, newSession, sealSession, sessionLifeInSeconds } from './auth-session.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';

const WRONG = 'Invalid code or auth state for the user.';

/**
 * Sends a code of this session's own: whoever begins again gets another text, and neither code is worth anything in the other session.
 * The answer is the same when no text goes out; why is in the operator's reports and events.
 */
export function askForSmsCode(signIn: SignIn, policy: PoolPolicy, phoneNumber: string): SignInAnswer {
  const { ports, user } = signIn;
  const session = newSession(signIn, 'SMS_MFA');
  const purpose = `session:${session.id}` as const;
  ports.issueCode({
    purpose,
    digits: SMS_CODE.digits,
    destination: phoneNumber,
    sentAtInMillis: ports.now(),
    validityInSeconds: sessionLifeInSeconds(signIn),
  });
  const { smsAuthenticationMessage: text, smsIsOriginBound } = policy;
  const message = smsIsOriginBound ? originBoundMessage(text, ports.host()) : text;
  sendToldText(ports, { purpose, phoneNumber, message });
  return {
    ChallengeName: 'SMS_MFA',
    Session: sealSession(ports, session),
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
      CODE_DELIVERY_DESTINATION: maskPhoneNumber(phoneNumber),
      USER_ID_FOR_SRP: user.username,
    },
  };
}

/**
 * Checks an answer. Nothing is compared before one of the code's few places was taken, and the code of an old number is worth nothing.
 * @throws CognitoError for a wrong code; the session lives on
 */
export function checkSmsCode(
  { ports }: SignIn,
  session: AuthSession,
  answer: string,
  phoneNumber: string | undefined,
): void {
  const purpose = `session:${session.id}` as const;
  const code = parseCode(answer, SMS_CODE.digits);
  const stored = ports.findCode({ purpose });
  if (code === undefined || stored === null || stored.destination !== phoneNumber) {
    throw new CognitoError('CodeMismatchException', WRONG);
  }
  const guess = takeGuess(ports, 'sign-in');
  const place = ports.takeAttempt({
    purpose,
    id: stored.id,
    limit: SMS_CODE.maxAttempts,
    lifeInSeconds: stored.validityInSeconds,
  });
  if (guess === undefined || place === 0) throw notAuthorized('Password attempts exceeded');
  if (ports.consumeCode({ purpose, id: stored.id, code })) {
    guess.giveBack();
    return;
  }
  ports.countFailure({ factor: 'otp' });
  ports.tellFailure({ error: 'invalid_user_credentials', reason: 'wrong_code', factor: 'SMS_MFA' });
  throw new CognitoError('CodeMismatchException', WRONG);
}
