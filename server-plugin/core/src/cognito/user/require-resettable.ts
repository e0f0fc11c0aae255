import { type CognitoError, notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortUserRecord } from '../records.ts';
import { noRecoveryContact } from './recovery.ts';
import { isEnabled, userStatus } from './user-status.ts';

/**
 * Makes sure that a code may lead the open user to a new password.
 * @throws CognitoError for a disabled user, for one who has never had a password of their own, and for one who is not confirmed
 */
export function requireResettable(ports: CognitoPorts, user: PortUserRecord): void {
  const problem = resetProblem(ports, user);
  if (problem !== undefined) throw problem;
}

export function isResettable(ports: CognitoPorts, user: PortUserRecord): boolean {
  return resetProblem(ports, user) === undefined;
}

function resetProblem(ports: CognitoPorts, user: PortUserRecord): CognitoError | undefined {
  if (!isEnabled(user)) return notAuthorized('User is disabled.');
  switch (userStatus(ports, user)) {
    case 'FORCE_CHANGE_PASSWORD':
      return notAuthorized('User password cannot be reset in the current state.');
    case 'UNCONFIRMED':
      return noRecoveryContact();
    default:
      return undefined;
  }
}
