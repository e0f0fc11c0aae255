import { COGNITO_ATTRIBUTES } from '@lifeguard/shared/cognito';
import type { PortPool } from '../ports.ts';

export const POOL_SETTINGS_ATTRIBUTE = COGNITO_ATTRIBUTES.settings;

/** Attributes of a user that Cognito can verify. */
export type VerifiableAttribute = 'email' | 'phone_number';

/**
 * What Cognito keeps of a pool and Keycloak has no place for, under the names of CreateUserPool's members. Whatever decides who gets
 * in is where Keycloak and Lifeguard keep it, and not here.
 */
export interface PoolSettings {
  /** Seconds since the epoch. */
  readonly CreationDate?: number;
  readonly LastModifiedDate?: number;
  readonly AutoVerifiedAttributes?: readonly VerifiableAttribute[];
  readonly AliasAttributes?: readonly (VerifiableAttribute | 'preferred_username')[];
  readonly UsernameAttributes?: readonly VerifiableAttribute[];
  readonly UserAttributeUpdateSettings?: {
    readonly AttributesRequireVerificationBeforeUpdate?: readonly VerifiableAttribute[];
  };
  readonly AccountRecoverySetting?: {
    readonly RecoveryMechanisms?: readonly {
      readonly Name: 'verified_email' | 'verified_phone_number' | 'admin_only';
      readonly Priority: number;
    }[];
  };
  readonly AdminCreateUserConfig?: {
    readonly AllowAdminCreateUserOnly?: boolean;
    readonly UnusedAccountValidityDays?: number;
  };
  readonly Schema?: readonly {
    readonly Name: string;
    readonly AttributeDataType?: string;
    readonly Required?: boolean;
    readonly Mutable?: boolean;
  }[];
  readonly [member: string]: unknown;
}

/** Reads what a pool's realm holds; a realm that CreateUserPool did not make has none of it. */
export function readPoolSettings({ attributes }: Pick<PortPool, 'attributes'>): PoolSettings {
  const text = attributes[POOL_SETTINGS_ATTRIBUTE];
  return text === undefined ? {} : (JSON.parse(text) as PoolSettings);
}
