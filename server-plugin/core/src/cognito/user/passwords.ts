import { CognitoError } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import { readOnly } from './write-user.ts';

/** What is said of a password that does not fit, and where existence is hidden of a name that nobody has. */
export const WRONG_PASSWORD = 'Incorrect username or password.';

/** Keycloak's words for what a password lacks, and Cognito's. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/min\w* ?length/i, 'Password not long enough'],
  [/lower ?case/i, 'Password must have lowercase characters'],
  [/upper ?case/i, 'Password must have uppercase characters'],
  [/digit/i, 'Password must have numeric characters'],
  [/special ?char/i, 'Password must have symbol characters'],
];

/** @throws CognitoError when the realm's policy does not take the password */
export function requireValidPassword(ports: CognitoPorts, password: string): void {
  const problem = ports.passwordProblem({ password });
  if (problem !== null) throw invalidPassword(problem);
}

/**
 * Gives the open user a password.
 * @throws CognitoError when the realm's policy or the user's store does not take it
 */
export function setPassword(ports: CognitoPorts, password: string): void {
  const set = ports.setPassword({ password });
  if (set.ok) return;
  switch (set.reason) {
    case 'policy':
      throw invalidPassword(set.message);
    case 'history':
      throw new CognitoError('PasswordHistoryPolicyViolationException', set.message);
    case 'read-only':
      throw readOnly();
  }
}

function invalidPassword(message: string): CognitoError {
  const [, words = message] = WORDS.find(([pattern]) => pattern.test(message)) ?? [];
  return new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${words}`);
}
