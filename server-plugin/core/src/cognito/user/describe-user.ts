import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord } from '../records.ts';
import { mfaSettingMembers } from './auth-factors.ts';
import { type Attribute, userAttributes } from './user-attributes.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { isEnabled, type UserStatus, userStatus } from './user-status.ts';

/** Factors as GetUser and AdminGetUser show them, with the member of the years in which SMS was the only one. */
export function factorMembers(ports: CognitoPorts): Readonly<Record<string, unknown>> {
  const members = mfaSettingMembers(ports);
  const hasSms = members.UserMFASettingList?.includes('SMS_MFA') === true;
  return {
    ...(hasSms ? { MFAOptions: [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }] } : {}),
    ...members,
  };
}

/** What UserType and AdminGetUser have in common. Dates are in seconds since the epoch. */
export interface UserFacts {
  readonly Username: string;
  readonly UserCreateDate: number;
  readonly UserLastModifiedDate: number;
  readonly Enabled: boolean;
  readonly UserStatus: UserStatus;
}

/** A user as administrators see one; the ports are asked of the open user, who has to be that one. */
export function userFacts(ports: Pick<CognitoPorts, 'hasPassword'>, user: PortUserRecord): UserFacts {
  const { username, createdAtInMillis, attributes } = user;
  const modifiedAtInMillis = Number(attributes[USER_MARKS.modifiedAt] ?? createdAtInMillis);
  return {
    Username: username,
    UserCreateDate: createdAtInMillis / 1000,
    UserLastModifiedDate: modifiedAtInMillis / 1000,
    Enabled: isEnabled(user),
    UserStatus: userStatus(ports, user),
  };
}

/** UserType of the model. */
export function userType(
  ports: Pick<CognitoPorts, 'hasPassword'>,
  pool: PortPool,
  user: PortUserRecord,
): UserFacts & { readonly Attributes: readonly Attribute[] } {
  return { Attributes: userAttributes(pool, user), ...userFacts(ports, user) };
}
