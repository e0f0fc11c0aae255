import { readPool } from '../../settings/read-pool.ts';
import { isMadeByApi } from '../pool/made-by-api.ts';
import { readPoolSettings, type VerifiableAttribute } from '../pool/pool-settings.ts';
import { type CognitoError, invalidParameter } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord } from '../records.ts';
import { contactOf, isContactVerified } from './contacts.ts';
import type { Contact } from './delivery.ts';

const ATTRIBUTES: Readonly<Record<string, VerifiableAttribute>> = {
  verified_email: 'email',
  verified_phone_number: 'phone_number',
};

/** What codes for a new password may go by, the first first. A realm that the API has not made opens this way by saying so. */
export function recoveryAttributes(pool: PortPool): readonly VerifiableAttribute[] {
  const { RecoveryMechanisms: mechanisms } = readPoolSettings(pool).AccountRecoverySetting ?? {};
  if (mechanisms === undefined) return isMadeByApi(pool) ? ['email', 'phone_number'] : [];
  return mechanisms
    .toSorted((one, other) => one.Priority - other.Priority)
    .flatMap(({ Name }) => ATTRIBUTES[Name] ?? []);
}

/**
 * Where the open user may get a code for a new password, the first first. It is never a phone whose codes answer the second factor, in
 * whatever way the user could choose another: the phone alone would be enough.
 */
export function recoveryContacts(ports: CognitoPorts, pool: PortPool, user: PortUserRecord): readonly Contact[] {
  return recoveryAttributes(pool).flatMap((attribute) => {
    const destination = contactOf(user, attribute);
    if (destination === undefined || !isContactVerified(user, attribute)) return [];
    return attribute === 'phone_number' && answersSecondFactor(ports) ? [] : [{ attribute, destination }];
  });
}

/** @throws CognitoError when there is nowhere */
export function requireRecoveryContact(ports: CognitoPorts, pool: PortPool, user: PortUserRecord): Contact {
  const [contact] = recoveryContacts(ports, pool, user);
  if (contact !== undefined) return contact;
  throw noRecoveryContact();
}

export function noRecoveryContact(): CognitoError {
  return invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );
}

function answersSecondFactor(ports: CognitoPorts): boolean {
  const pool = readPool(ports);
  return !pool.ok || pool.accepted.includes('SMS_MFA');
}
