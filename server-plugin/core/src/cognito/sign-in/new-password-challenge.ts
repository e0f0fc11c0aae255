import { CognitoError } from '../protocol/cognito-error.ts';
import { readPoolSettings } from '../pool/pool-settings.ts';
import { toCognitoAttributes, userChangeOf } from '../user/user-attributes.ts';
import { newSession, sealSession } from './auth-session.ts';
import { type Parameters, requireParameter } from './parameters.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';

const PREFIX = 'userAttributes.';

/** Both lists are texts, and both are always there: amazon-cognito-identity-js parses them. */
export function askForNewPassword(signIn: SignIn): SignInAnswer {
  const { ports, pool, user } = signIn;
  const attributes = toCognitoAttributes(user).filter(({ Name }) => Name !== 'sub');
  const missing = (readPoolSettings(pool).Schema ?? []).filter(
    ({ Name, Required = false }) => Required && !attributes.some((attribute) => attribute.Name === Name),
  );
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: sealSession(ports, newSession(signIn, 'NEW_PASSWORD_REQUIRED')),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing.map(({ Name }) => PREFIX + Name)),
      userAttributes: JSON.stringify(Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]))),
    },
  };
}

/** @throws CognitoError when the pool's policy refuses the password, or an attribute can't be set; the session lives on */
export function setNewPassword({ ports, pool }: SignIn, responses: Parameters): void {
  const password = requireParameter(responses, 'NEW_PASSWORD');
  const attributes = Object.entries(responses).flatMap(([name, value = '']) =>
    name.startsWith(PREFIX) ? [{ Name: name.slice(PREFIX.length), Value: value }] : [],
  );
  const change = userChangeOf(pool, attributes, { by: 'user' });
  const set = ports.setPassword({ password });
  if (!set.ok) throw passwordRefused(set);
  ports.updateUser({ ...change, removeRequiredActions: ['UPDATE_PASSWORD'] });
}

/** What a password that was not taken is answered with. */
export function passwordRefused({
  reason,
  message,
}: {
  readonly reason: 'policy' | 'history' | 'read-only';
  readonly message: string;
}): Error {
  switch (reason) {
    case 'policy':
      return new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${message}`);
    case 'history':
      return new CognitoError('PasswordHistoryPolicyViolationException', message);
    case 'read-only':
      return new CognitoError('NotAuthorizedException', 'The password of this user is kept elsewhere and can not be changed here.');
  }
}
