import { readPoolSettings } from '../pool/pool-settings.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord } from '../records.ts';
import { verifiedOwner } from './contacts.ts';
import { isPhoneNumber } from './value-problem.ts';

/** As Keycloak makes ids, and as it composes those of users in another store. */
const ID = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|f:)/i;

/**
 * Opens the user whom a name stands for. What looks like a `sub` is one before it is a name, so that nobody gets at somebody's sign-in by
 * a name of that kind. What does not is a name first: an id that nobody has is not in Keycloak's cache and costs a query. An alias counts only when it is verified; where addresses and numbers are the names themselves they count always.
 */
export function findUser(ports: CognitoPorts, pool: PortPool, username: string): PortUserRecord | undefined {
  const byId = { by: 'id', value: username } as const;
  const byName = { by: 'username', value: username } as const;
  const named = ports.openUser({ keys: ID.test(username) ? [byId, byName] : [byName, byId] });
  return named ?? byContact(ports, pool, username) ?? byPreferredUsername(ports, pool, username);
}

/** @throws CognitoError when there is none */
export function requireUser(ports: CognitoPorts, pool: PortPool, username: string): PortUserRecord {
  const user = findUser(ports, pool, username);
  if (user === undefined) throw userNotFound();
  return user;
}

export function userNotFound(message = 'User does not exist.'): CognitoError {
  return new CognitoError('UserNotFoundException', message);
}

function byContact(ports: CognitoPorts, pool: PortPool, value: string): PortUserRecord | undefined {
  const attribute = value.includes('@') ? 'email' : 'phone_number';
  if (attribute === 'phone_number' && !isPhoneNumber(value)) return undefined;
  const { UsernameAttributes: names = [], AliasAttributes: aliases = [] } = readPoolSettings(pool);
  if (names.includes(attribute)) {
    return ports.openUser({ keys: [{ by: attribute === 'email' ? 'email' : 'phoneNumber', value }] }) ?? undefined;
  }
  const owner = aliases.includes(attribute) ? verifiedOwner(ports, attribute, value) : undefined;
  return owner === undefined ? undefined : open(ports, owner);
}

function byPreferredUsername(ports: CognitoPorts, pool: PortPool, value: string): PortUserRecord | undefined {
  const { AliasAttributes: aliases = [] } = readPoolSettings(pool);
  if (!aliases.includes('preferred_username')) return undefined;
  const found = ports.users({ first: 0, max: 2, filter: { field: 'preferred_username', value, exact: true } });
  const [only] = found;
  if (only?.attributes['preferred_username'] !== value || found.length > 1) return undefined;
  return open(ports, only);
}

function open(ports: CognitoPorts, { id }: PortUserRecord): PortUserRecord | undefined {
  return ports.openUser({ keys: [{ by: 'id', value: id }] }) ?? undefined;
}
