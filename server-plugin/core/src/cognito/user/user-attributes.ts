import type { PortPool, PortUserRecord } from '../records.ts';
import { contactOf, isContactVerified } from './contacts.ts';
import { schemaOf } from './schema.ts';

/** AttributeType of the model: every value is text. */
export interface Attribute {
  readonly Name: string;
  readonly Value?: string;
}

/** Attributes of Cognito that Keycloak keeps in fields, and under another name. */
export const KEPT_AS: Readonly<Record<string, string>> = {
  given_name: 'firstName',
  family_name: 'lastName',
  email: 'email',
  phone_number: 'phoneNumber',
};

/**
 * The attributes of a user as the API shows them: `sub` first, then what the pool's schema knows. Whatever else Keycloak keeps of a user is
 * not shown: it may be nothing for the user's own eyes.
 * @param readable names that the client may read; absent for all of them
 */
export function userAttributes(
  pool: Pick<PortPool, 'attributes'>,
  user: PortUserRecord,
  readable?: readonly string[],
): readonly Attribute[] {
  const attributes: Attribute[] = [{ Name: 'sub', Value: user.id }];
  const add = (Name: string, Value: string | undefined): void => {
    if (Value === undefined || Value === '') return;
    if (readable === undefined || readable.includes(Name)) attributes.push({ Name, Value });
  };
  for (const name of Object.keys(schemaOf(pool))) {
    add(name, valueOf(user, name));
    if (name === 'email' && contactOf(user, name) !== undefined) {
      add('email_verified', String(isContactVerified(user, name)));
    }
    if (name === 'phone_number' && contactOf(user, name) !== undefined) {
      add('phone_number_verified', String(isContactVerified(user, name)));
    }
  }
  return attributes;
}

/** The value of an attribute of the schema. */
export function valueOf(user: PortUserRecord, name: string): string | undefined {
  switch (name) {
    case 'given_name':
      return user.firstName;
    case 'family_name':
      return user.lastName;
    case 'email':
      return user.email;
    default:
      return user.attributes[KEPT_AS[name] ?? name];
  }
}
