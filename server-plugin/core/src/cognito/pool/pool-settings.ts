import { COGNITO_ATTRIBUTES, type KeptPoolMember } from '@lifeguard/shared/cognito';
import type { CreateUserPoolInput, SchemaAttributeType } from '../model/input-types.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool } from '../records.ts';

export const POOL_SETTINGS_ATTRIBUTE = COGNITO_ATTRIBUTES.settings;

/** How many days a temporary password is good for, unless the pool says otherwise. */
export const TEMPORARY_PASSWORD_DAYS = 7;

/** Attributes of a user that Cognito can verify. */
export type VerifiableAttribute = 'email' | 'phone_number';

/**
 * What Cognito keeps of a pool and Keycloak has no place for, under the names of CreateUserPool's members. Whatever decides who gets
 * in is where Keycloak and Lifeguard keep it, and not here.
 */
export interface PoolSettings extends Partial<Pick<CreateUserPoolInput, Exclude<KeptPoolMember, 'Schema'>>> {
  /** Custom attributes by their plain names. */
  readonly Schema?: readonly (SchemaAttributeType & { readonly Name: string })[];
  /** Seconds since the epoch. */
  readonly CreationDate?: number;
  readonly LastModifiedDate?: number;
  /** How long a password that an administrator has given is good for. */
  readonly TemporaryPasswordValidityDays?: number;
  /** The longest that a client's refresh token has been asked to live. */
  readonly longestRefreshInSeconds?: number;
}

/** Reads what a pool's realm holds; a realm that CreateUserPool did not make has none of it. */
export function readPoolSettings({ attributes }: Pick<PortPool, 'attributes'>): PoolSettings {
  const text = attributes[POOL_SETTINGS_ATTRIBUTE];
  return text === undefined ? {} : (JSON.parse(text) as PoolSettings);
}

/** Keeps the settings of the open pool, all of them. */
export function writePoolSettings(ports: CognitoPorts, settings: PoolSettings): PortPool {
  return ports.updatePool({ attributes: { [POOL_SETTINGS_ATTRIBUTE]: JSON.stringify(settings) } });
}
