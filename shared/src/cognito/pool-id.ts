import { COGNITO_ATTRIBUTES } from './names.ts';
import { isUuid } from './user-values.ts';

/** What aws-jwt-verify takes for the id of a user pool; amazon-cognito-identity-js and Amplify split it at the underscore. */
const POOL_ID = /^[a-z]{2,4}(?:-[a-z]+)+-[0-9]_[0-9a-zA-Z]+$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-[0-9]$/;
const UUID_DIGITS = /_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The region of pools that nobody has given one; clients only read it from the id. */
export const DEFAULT_REGION = 'us-east-1';

export function isPoolId(text: string): boolean {
  return POOL_ID.test(text);
}

export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/**
 * The id under which clients know a realm: its name where that is the id of a pool, as the realms of CreateUserPool are named, else one
 * made of Keycloak's own id. Undefined for the few realms whose own id is no UUID.
 */
export function poolIdOf({
  name,
  realmId,
  attributes,
}: {
  readonly name: string;
  readonly realmId: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}): string | undefined {
  if (isPoolId(name)) return name;
  if (!isUuid(realmId)) return undefined;
  return `${attributes[COGNITO_ATTRIBUTES.region] ?? DEFAULT_REGION}_${realmId.replaceAll('-', '')}`;
}

/** Keycloak's id of the realm that an id made of it leads to; the region does not matter. */
export function realmIdOf(userPoolId: string): string | undefined {
  const digits = UUID_DIGITS.exec(userPoolId);
  return digits === null ? undefined : digits.slice(1).join('-');
}

/** The part after the underscore, which SRP hashes as the name of the pool. */
export function poolNameOf(userPoolId: string): string {
  return userPoolId.slice(userPoolId.indexOf('_') + 1);
}
