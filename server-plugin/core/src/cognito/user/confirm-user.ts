import { notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortUserRecord, UserChange } from '../records.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { isEnabled, isUnconfirmed, userStatus } from './user-status.ts';

/** What confirms a user: from then on Keycloak lets the user in, unless an administrator has disabled the account. */
export function confirmation(user: PortUserRecord): UserChange {
  if (!isUnconfirmed(user)) return {};
  return { enabled: isEnabled(user), attributes: { [USER_MARKS.signUp]: null, [USER_MARKS.disabled]: null } };
}

/** @throws CognitoError for a user who was confirmed already, or whom an administrator has made */
export function requireUnconfirmed(ports: CognitoPorts, user: PortUserRecord): void {
  if (isUnconfirmed(user)) return;
  throw notAuthorized(`User cannot be confirmed. Current status is ${userStatus(ports, user)}`);
}
