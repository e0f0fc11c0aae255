import { listPhoneFactor } from '../../settings/phone-factor.ts';
import { readPoolSettings, type VerifiableAttribute } from '../pool/pool-settings.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord, UserChange } from '../records.ts';
import { claimAlias, requireFreeName, requireFreePreferredUsername } from './aliases.ts';
import { discardContactCode, requireContactCodeSent, sendContactCode, verificationPurpose } from './contact-code.ts';
import { contactOf, CONTACTS, isContact, pendingMark } from './contacts.ts';
import type { Contact } from './delivery.ts';
import { requireNumberRemovable } from './require-number-removable.ts';
import type { WantedAttributes } from './read-attributes.ts';
import { mergeChanges, writeUser } from './write-user.ts';

export interface AttributeChangeContext {
  readonly ports: CognitoPorts;
  readonly pool: PortPool;
  /** The open user as it is before. */
  readonly user: PortUserRecord;
  readonly isAdministrator: boolean;
}

/** What becomes of one contact. */
interface ContactChange {
  readonly change: UserChange;
  /** Where a code goes, to prove it. */
  readonly proof?: Contact;
  /** Whether a code that is on its way is worth nothing any more. */
  readonly endsCode: boolean;
}

/**
 * Writes what {@link readAttributes} has let through. A new address or number is not verified; it is in force at once, or once it is
 * verified where the pool says so, and till then the old one is, for signing in too. Codes that went to an old one prove nothing.
 * @returns where codes went
 */
export function changeAttributes(context: AttributeChangeContext, wanted: WantedAttributes): readonly Contact[] {
  const { ports, pool, user } = context;
  requireFreePreferredUsername(ports, pool, { value: wanted.change.attributes?.['preferred_username'], user });
  const contacts = CONTACTS.flatMap((attribute) => {
    const change = contactChange(context, attribute, wanted);
    return change === undefined ? [] : [{ attribute, ...change }];
  });
  let { change } = wanted;
  for (const contact of contacts) change = mergeChanges(change, contact.change);
  writeUser(ports, change);

  for (const { attribute, endsCode } of contacts) {
    if (endsCode) discardContactCode(ports, verificationPurpose(attribute));
  }
  if (contacts.some(({ attribute }) => attribute === 'phone_number')) listPhoneFactor(ports);
  const proofs = contacts.flatMap(({ proof }) => (proof === undefined ? [] : [proof]));
  for (const contact of proofs) {
    const order = { purpose: verificationPurpose(contact.attribute), contact };
    // What an administrator writes stands also when the code can't be sent: the user asks for another one.
    if (context.isAdministrator) sendContactCode(ports, pool, order);
    else requireContactCodeSent(ports, pool, order);
  }
  return proofs;
}

function contactChange(
  context: AttributeChangeContext,
  attribute: VerifiableAttribute,
  { contacts, verified }: WantedAttributes,
): ContactChange | undefined {
  const value = contacts[attribute];
  const isVerified = verified[attribute];
  if (value === null) return removal(context, attribute);
  const { user } = context;
  const current = contactOf(user, attribute);
  if (value === undefined || isContact(user, attribute, value)) {
    if (isVerified === undefined) {
      // The value that is in force already is wanted, and none that waits.
      return value === undefined ? undefined : { change: pending(attribute, null), endsCode: false };
    }
    if (current === undefined) throw invalidParameter(missingText(attribute));
    if (isVerified) claimAlias(context.ports, context.pool, { attribute, value: current, user });
    return { change: inForce(attribute, current, isVerified), endsCode: isVerified };
  }
  return replacement(context, attribute, { value, isVerified });
}

function replacement(
  { ports, pool, user }: AttributeChangeContext,
  attribute: VerifiableAttribute,
  { value, isVerified }: { readonly value: string; readonly isVerified: boolean | undefined },
): ContactChange {
  const settings = readPoolSettings(pool);
  requireFreeName(ports, pool, { attribute, value, user });
  if (isVerified === true) {
    claimAlias(ports, pool, { attribute, value, user });
    return { change: inForce(attribute, value, true), endsCode: true };
  }
  const isProven = settings.AutoVerifiedAttributes?.includes(attribute) === true && isVerified === undefined;
  const proof = isProven ? { proof: { attribute, destination: value } } : {};
  const waits = settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate?.includes(attribute);
  const change = isProven && waits === true ? pending(attribute, value) : inForce(attribute, value, false);
  return { change, endsCode: true, ...proof };
}

function removal(
  { ports, user, isAdministrator }: AttributeChangeContext,
  attribute: VerifiableAttribute,
): ContactChange {
  if (attribute === 'phone_number' && contactOf(user, attribute) !== undefined && !isAdministrator) {
    requireNumberRemovable(ports);
  }
  return { change: inForce(attribute, null, false), endsCode: true };
}

/** The change by which a contact is in force, and none waits. */
export function inForce(attribute: VerifiableAttribute, value: string | null, isVerified: boolean): UserChange {
  const waiting = { [pendingMark(attribute)]: null };
  if (attribute === 'email') return { email: value, emailVerified: isVerified, attributes: waiting };
  const phoneNumberVerified = value === null ? null : String(isVerified);
  return { attributes: { phoneNumber: value, phoneNumberVerified, ...waiting } };
}

function pending(attribute: VerifiableAttribute, value: string | null): UserChange {
  return { attributes: { [pendingMark(attribute)]: value } };
}

function missingText(attribute: VerifiableAttribute): string {
  return attribute === 'email'
    ? 'Email is required to verify/un-verify an email.'
    : 'Phone Number is required to verify/un-verify a phone number.';
}
