import { CognitoError, notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortUserRecord } from '../records.ts';
import { userStatus } from '../user/user-status.ts';

/** @throws CognitoError for a user who may not sign in at this moment, whatever the password; asked at the start and at each answer */
export function requireSignInAllowed(ports: CognitoPorts, user: PortUserRecord): void {
  switch (userStatus(ports, user)) {
    case 'UNCONFIRMED':
      throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
    case 'RESET_REQUIRED':
      throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
    default:
      if (!user.enabled) throw notAuthorized('User is disabled.');
      if (ports.isLocked()) {
        ports.tellFailure({ error: 'user_temporarily_disabled' });
        throw notAuthorized('Password attempts exceeded');
      }
  }
}
