import { CognitoError, notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortUserRecord, UserChange, WriteOutcome } from '../records.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';

/**
 * Writes the open user, and that it was written now.
 * @throws CognitoError when the address is somebody else's, or the user's store can't be written
 */
export function writeUser(ports: CognitoPorts, { attributes, ...fields }: UserChange): PortUserRecord {
  const modified = { [USER_MARKS.modifiedAt]: String(ports.now()), ...attributes };
  requireWritten(ports.updateUser({ attributes: modified, ...fields }), aliasExists('email'));
  return ports.userRecord();
}

export function requireWritten(outcome: WriteOutcome, duplicate: CognitoError): void {
  if (outcome === 'duplicate') throw duplicate;
  if (outcome === 'read-only') throw readOnly();
}

/** Deletes the open user. */
export function requireDeleted(ports: CognitoPorts): void {
  if (!ports.deleteUser()) throw readOnly();
}

export function readOnly(): CognitoError {
  return notAuthorized('The store of this user cannot be written.');
}

/** @param attribute `email`, `phone_number` */
export function aliasExists(attribute: string): CognitoError {
  return new CognitoError('AliasExistsException', `An account with the ${attribute} already exists.`);
}

/** Both changes in one; of two values for the same thing the later one stands. */
export function mergeChanges(
  { attributes: before, ...fields }: UserChange,
  { attributes, ...others }: UserChange,
): UserChange {
  return { attributes: { ...before, ...attributes }, ...fields, ...others };
}
