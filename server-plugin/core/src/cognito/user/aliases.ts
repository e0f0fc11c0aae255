import { readPoolSettings, type VerifiableAttribute } from '../pool/pool-settings.ts';
import type { CognitoError } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord, UserChange } from '../records.ts';
import { contactFilter, verifiedOwner } from './contacts.ts';
import { aliasExists, writeUser } from './write-user.ts';

/** Whether users of the pool can sign in by that attribute, and so no two of them have the same verified. */
function isAlias(pool: PortPool, attribute: VerifiableAttribute): boolean {
  const { AliasAttributes: aliases = [], UsernameAttributes: names = [] } = readPoolSettings(pool);
  return aliases.includes(attribute) || names.includes(attribute);
}

/**
 * Makes sure that a contact can become the user's own alias.
 * @param force takes it away from the user who has it verified
 * @throws CognitoError when it is somebody else's
 */
export function claimAlias(
  ports: CognitoPorts,
  pool: PortPool,
  { attribute, value, user, force = false }: AliasClaim,
): void {
  if (!isAlias(pool, attribute)) return;
  const owner = verifiedOwner(ports, attribute, value);
  if (owner === undefined || owner.id === user.id) return;
  if (!force) throw aliasExists(attribute);
  ports.openUser({ keys: [{ by: 'id', value: owner.id }] });
  writeUser(ports, givenUp(attribute));
  ports.openUser({ keys: [{ by: 'id', value: user.id }] });
}

export interface AliasClaim {
  readonly attribute: VerifiableAttribute;
  readonly value: string;
  readonly user: Pick<PortUserRecord, 'id'>;
  readonly force?: boolean;
}

/**
 * Makes sure that nobody else has an address or a number by which users sign in without having verified it.
 * @throws CognitoError when somebody has
 */
export function requireFreeName(
  ports: CognitoPorts,
  pool: PortPool,
  { attribute, value, user }: AliasClaim,
  taken: CognitoError = aliasExists(attribute),
): void {
  if (readPoolSettings(pool).UsernameAttributes?.includes(attribute) !== true) return;
  if (ports.users({ first: 0, max: 2, filter: contactFilter(attribute, value) }).some(({ id }) => id !== user.id))
    throw taken;
}

/**
 * The same for a name that users choose beside their own, where they sign in by it.
 * @throws CognitoError when it is somebody else's
 */
export function requireFreePreferredUsername(
  ports: CognitoPorts,
  pool: PortPool,
  { value, user }: { readonly value: string | null | undefined; readonly user: Pick<PortUserRecord, 'id'> },
): void {
  if (value === undefined || value === null) return;
  if (readPoolSettings(pool).AliasAttributes?.includes('preferred_username') !== true) return;
  const filter = { field: 'preferred_username', value, exact: true };
  if (ports.users({ first: 0, max: 2, filter }).some(({ id }) => id !== user.id))
    throw aliasExists('preferred_username');
}

/** Keycloak has an address for one user only where users sign in by it: there it can't stay as one that is not verified. */
function givenUp(attribute: VerifiableAttribute): UserChange {
  return attribute === 'email'
    ? { email: null, emailVerified: false }
    : { attributes: { phoneNumberVerified: 'false' } };
}
