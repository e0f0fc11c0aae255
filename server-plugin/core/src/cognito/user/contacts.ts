import { invalidParameter } from '../protocol/cognito-error.ts';
import type { VerifiableAttribute } from '../pool/pool-settings.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortUserRecord } from '../records.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';

const PAGE = 50;
const MAX_PAGES = 20;

export const CONTACTS: readonly VerifiableAttribute[] = ['email', 'phone_number'];

/** What an e-mail address or a phone number of a user is; absent when the user has none. */
export function contactOf(user: PortUserRecord, attribute: VerifiableAttribute): string | undefined {
  const value = attribute === 'email' ? user.email : user.attributes['phoneNumber'];
  return value === '' ? undefined : value;
}

/** Whether a user has that address or that number. Addresses have no case. */
export function isContact(user: PortUserRecord, attribute: VerifiableAttribute, value: string): boolean {
  const current = contactOf(user, attribute);
  return attribute === 'email' ? current?.toLowerCase() === value.toLowerCase() : current === value;
}

export function isContactVerified(user: PortUserRecord, attribute: VerifiableAttribute): boolean {
  if (contactOf(user, attribute) === undefined) return false;
  return attribute === 'email' ? user.emailVerified : user.attributes['phoneNumberVerified'] === 'true';
}

/** The value that comes into force when it is verified; absent when the user waits for none. */
export function pendingContactOf(user: PortUserRecord, attribute: VerifiableAttribute): string | undefined {
  return user.attributes[pendingMark(attribute)];
}

export function pendingMark(attribute: VerifiableAttribute): string {
  return attribute === 'email' ? USER_MARKS.pendingEmail : USER_MARKS.pendingPhoneNumber;
}

/** Finds all users who have an address or a number. Keycloak keeps addresses in lower case. */
export function contactFilter(
  attribute: VerifiableAttribute,
  value: string,
): { readonly field: string; readonly value: string; readonly exact: true } {
  return attribute === 'email'
    ? { field: 'email', value: value.toLowerCase(), exact: true }
    : { field: 'phoneNumber', value, exact: true };
}

/**
 * The user for whom an address or a number is verified, which it is for one only. Opens nobody. Others may have it unverified, as many as
 * like: none of them keeps the owner from being found, and past a thousand nobody is.
 */
export function verifiedOwner(
  ports: CognitoPorts,
  attribute: VerifiableAttribute,
  value: string,
): PortUserRecord | undefined {
  const filter = contactFilter(attribute, value);
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = ports.users({ first: page * PAGE, max: PAGE, filter });
    // A search may be wider than what was looked for; an alias is not.
    const owner = found.find((user) => isContactVerified(user, attribute) && isContact(user, attribute, value));
    if (owner !== undefined || found.length < PAGE) return owner;
  }
  return undefined;
}

/** @throws CognitoError for any other attribute */
export function requireVerifiable(name: string): VerifiableAttribute {
  const attribute = CONTACTS.find((known) => known === name);
  if (attribute !== undefined) return attribute;
  throw invalidParameter('Invalid attribute name. Only phone_number and email can be verified.');
}
