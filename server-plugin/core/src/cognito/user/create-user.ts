import { listPhoneFactor } from '../../settings/phone-factor.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord, UserChange } from '../records.ts';
import { claimAlias, requireFreeName, requireFreePreferredUsername } from './aliases.ts';
import { inForce } from './change-attributes.ts';
import { CONTACTS } from './contacts.ts';
import { newName } from './new-name.ts';
import { type AttributeWriter, readAttributes } from './read-attributes.ts';
import type { Attribute } from './user-attributes.ts';
import { mergeChanges, requireWritten } from './write-user.ts';

export interface NewUserOrder {
  readonly typedName: string;
  readonly attributes: readonly Attribute[];
  readonly writer: Pick<AttributeWriter, 'isAdministrator' | 'mayWrite'>;
  /** What else is written from the beginning. */
  readonly change: UserChange;
  /** What a name that somebody has is answered with. */
  readonly takenText: string;
  /** Whether verified addresses and numbers are taken from whoever has them. */
  readonly force?: boolean;
}

/** Makes a user without a password, and opens it. */
export function createUser(ports: CognitoPorts, pool: PortPool, order: NewUserOrder): PortUserRecord {
  const { typedName, attributes, writer, takenText, force = false } = order;
  const id = ports.randomId();
  const name = newName(pool, { id, typedName, attributes });
  const taken = new CognitoError('UsernameExistsException', takenText);
  if (
    ports.openUser({
      keys: [
        { by: 'id', value: typedName },
        { by: 'username', value: name.username },
      ],
    }) !== null
  ) {
    throw taken;
  }
  const { change, contacts, verified } = readAttributes(pool, name.attributes, {
    isAdministrator: writer.isAdministrator,
    isNewUser: true,
    mayWrite: (attribute) => attribute === name.impliedAttribute || writer.mayWrite(attribute),
  });
  requireFreePreferredUsername(ports, pool, { value: change.attributes?.['preferred_username'], user: { id } });

  let whole = mergeChanges(change, order.change);
  for (const attribute of CONTACTS) {
    const value = contacts[attribute];
    if (typeof value !== 'string') continue;
    const isVerified = verified[attribute] === true;
    requireFreeName(ports, pool, { attribute, value, user: { id } }, contactTaken(attribute));
    if (isVerified) claimAlias(ports, pool, { attribute, value, user: { id }, force });
    whole = mergeChanges(whole, inForce(attribute, value, isVerified));
  }
  // The name was free a moment ago: where Keycloak has an address for one user only, it is the address.
  const duplicate = typeof contacts.email === 'string' ? contactTaken('email') : taken;
  requireWritten(ports.createUser({ id, username: name.username, ...whole }), duplicate);
  if (typeof contacts.phone_number === 'string') listPhoneFactor(ports);
  return ports.userRecord();
}

function contactTaken(attribute: string): CognitoError {
  return new CognitoError('UsernameExistsException', `An account with the given ${attribute} already exists.`);
}
