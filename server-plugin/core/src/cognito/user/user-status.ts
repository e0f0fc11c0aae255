import type { CognitoPorts } from '../ports.ts';
import type { PortUserRecord } from '../records.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { UPDATE_PASSWORD } from './user-marks.ts';

/** Cognito's UserStatus, as far as pools here have it. */
export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'RESET_REQUIRED' | 'FORCE_CHANGE_PASSWORD';

/** The status of the open user. A mark counts for as long as Keycloak says the same: what its console does to the user goes first. */
export function userStatus(ports: Pick<CognitoPorts, 'hasPassword'>, user: PortUserRecord): UserStatus {
  if (isUnconfirmed(user)) return 'UNCONFIRMED';
  if (user.attributes[USER_MARKS.passwordReset] === 'required' && !ports.hasPassword()) return 'RESET_REQUIRED';
  return user.requiredActions.includes(UPDATE_PASSWORD) ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED';
}

/** Whether a user has signed up and was not confirmed since. */
export function isUnconfirmed({ enabled, attributes }: Pick<PortUserRecord, 'enabled' | 'attributes'>): boolean {
  return !enabled && attributes[USER_MARKS.signUp] === 'unconfirmed';
}

/** Whether the API says that a user is enabled: an unconfirmed one is, although Keycloak lets that one do nothing. */
export function isEnabled(user: Pick<PortUserRecord, 'enabled' | 'attributes'>): boolean {
  return user.enabled || (isUnconfirmed(user) && user.attributes[USER_MARKS.disabled] !== 'true');
}
