import { confirmingAttributes } from '../pool/sign-up-rules.ts';
import type { PortPool, PortUserRecord } from '../records.ts';
import { contactOf } from './contacts.ts';
import type { Contact } from './delivery.ts';

/** Where the code of a sign-up goes; undefined where only an administrator can confirm. */
export function signUpContact(pool: Pick<PortPool, 'attributes'>, user: PortUserRecord): Contact | undefined {
  for (const attribute of confirmingAttributes(pool)) {
    const destination = contactOf(user, attribute);
    if (destination !== undefined) return { attribute, destination };
  }
  return undefined;
}
