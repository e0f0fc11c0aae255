import type { MfaFactor } from '@lifeguard/shared/mfa';
import { requireSecretHash } from '../access/secret-hash.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { findUser } from '../user/find-user.ts';
import { askForFactor } from './after-password.ts';
import {
  type AuthSession,
  carriedName,
  invalidSession,
  openSession,
  requireSessionOf,
  spendSession,
} from './auth-session.ts';
import { challengeAfterPassword, type PasswordProven } from './challenge-after-password.ts';
import type { ChallengeName } from './challenge-name.ts';
import { finish } from './finish.ts';
import { isNewPasswordDue, setNewPassword } from './new-password-challenge.ts';
import { type Parameters, requireParameter } from './parameters.ts';
import { requireVerifiedSetUp } from './set-up-challenge.ts';
import type { ClientContext } from '../client/open-client.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';
import { askForSmsCode, checkSmsCode } from './sms-challenge.ts';
import { askForSoftwareToken, checkSoftwareToken, noSoftwareToken } from './software-token-challenge.ts';
import { answerSrp } from './srp-flow.ts';
import { requireSignInAllowed } from './user-guard.ts';

export interface ChallengeAnswer {
  readonly ChallengeName: string;
  readonly Session?: string;
  readonly ChallengeResponses?: Parameters;
}

/** What an answer to a challenge does; the session is this user's, alive, and not answered yet. */
type Answer = (signIn: SignIn, responses: Parameters, session: AuthSession) => SignInAnswer;

const ANSWERS: Readonly<Record<Exclude<ChallengeName, 'PASSWORD_VERIFIER'>, Answer>> = {
  SMS_MFA(signIn, responses, session) {
    const { phoneNumber } = requireAccepted(signIn, 'SMS_MFA');
    checkSmsCode(signIn, session, requireParameter(responses, 'SMS_MFA_CODE'), phoneNumber);
    spendSession(signIn.ports, session);
    return finish(signIn, 'SMS_MFA');
  },
  SOFTWARE_TOKEN_MFA(signIn, responses, session) {
    requireAccepted(signIn, 'SOFTWARE_TOKEN_MFA');
    checkSoftwareToken(signIn, requireParameter(responses, 'SOFTWARE_TOKEN_MFA_CODE'));
    spendSession(signIn.ports, session);
    return finish(signIn, 'SOFTWARE_TOKEN_MFA');
  },
  SELECT_MFA_TYPE(signIn, responses, session) {
    const answer = requireParameter(responses, 'ANSWER');
    const { policy, phoneNumber, next } = challengeAfterPassword(signIn);
    if (next.kind !== 'challenge' || next.challenge !== 'SELECT_MFA_TYPE') throw invalidSession();
    if (!next.factors.includes(answer as MfaFactor)) throw invalidParameter('Invalid MFA type selected.');
    spendSession(signIn.ports, session);
    return answer === 'SMS_MFA' ? askForSmsCode(signIn, policy, phoneNumber ?? '') : askForSoftwareToken(signIn);
  },
  MFA_SETUP(signIn, _responses, session) {
    requireVerifiedSetUp(signIn.ports, session);
    spendSession(signIn.ports, session);
    return finish(signIn, 'SOFTWARE_TOKEN_MFA');
  },
  NEW_PASSWORD_REQUIRED(signIn, responses, session) {
    if (!isNewPasswordDue(signIn)) throw invalidSession();
    setNewPassword(signIn, responses);
    spendSession(signIn.ports, session);
    return askForFactor({ ...signIn, user: signIn.ports.userRecord() });
  },
};

/** RespondToAuthChallenge and AdminRespondToAuthChallenge. */
export function answerChallenge(
  place: ClientContext,
  { ChallengeName, Session, ChallengeResponses }: ChallengeAnswer,
): SignInAnswer {
  const responses = ChallengeResponses ?? {};
  if (ChallengeName === 'PASSWORD_VERIFIER') return provePassword(place, responses, Session);
  if (!isAnswerable(ChallengeName)) throw invalidParameter(`Unsupported challenge ${ChallengeName}.`);
  const session = openSession(place.ports, Session, ChallengeName);
  return ANSWERS[ChallengeName](signInOf(place, session, responses), responses, session);
}

function provePassword(place: ClientContext, responses: Parameters, session: string | undefined): SignInAnswer {
  const { ports, client, pool } = place;
  const name = requireParameter(responses, 'USERNAME');
  const user = findUser(ports, pool, name);
  requireSecretHash(ports, client, responses['SECRET_HASH'], namesOf(name, user));
  return answerSrp(place, user, { responses, session });
}

/** @throws CognitoError unless the answer is that of the session's user, who may sign in */
function signInOf(place: ClientContext, session: AuthSession, responses: Parameters): SignIn {
  const { ports, client } = place;
  const user = ports.openUser({ keys: [{ by: 'id', value: session.userId }] });
  if (user === null) throw invalidSession();
  const signIn = { ...place, user, typedName: session.typedName };
  requireSessionOf(session, signIn);
  const name = requireParameter(responses, 'USERNAME');
  const carried = carriedName(ports, name).toLowerCase();
  if (![session.typedName, user.username, user.id].some((known) => known.toLowerCase() === carried)) {
    throw invalidSession();
  }
  requireSecretHash(ports, client, responses['SECRET_HASH'], [name, ...namesOf(session.typedName, user)]);
  requireSignInAllowed(ports, user);
  return signIn;
}

function isAnswerable(name: string): name is keyof typeof ANSWERS {
  return Object.prototype.hasOwnProperty.call(ANSWERS, name);
}

/** What a SECRET_HASH may be made of: Cognito takes the name that was typed, and the real one. */
function namesOf(typed: string, user: SignIn['user'] | undefined): readonly string[] {
  return user === undefined ? [typed] : [typed, user.username, user.id];
}

/** Pool and user may have changed since the challenge: a factor that is no longer taken is not answered any more. */
function requireAccepted(signIn: SignIn, factor: MfaFactor): PasswordProven {
  const proven = challengeAfterPassword(signIn);
  if (factor === 'SOFTWARE_TOKEN_MFA' && !proven.hasSoftwareToken) throw noSoftwareToken();
  if (proven.next.kind !== 'tokens' && !proven.accepted().includes(factor)) throw invalidSession();
  return proven;
}
