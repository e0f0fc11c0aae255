import type UserRepresentation from '@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js';
import { isEmailAddress, isUuid, USER_MARKS } from '@lifeguard/shared/cognito';
import {
  formatMfaSettings,
  type MfaSettings,
  parsePhoneNumber,
  type PoolPolicy,
  USER_ATTRIBUTES,
} from '@lifeguard/shared/mfa';
import { type ExportedFactors, type ExportedUser, millisOf } from './cognito-export.ts';
import { type NextFactor, nextFactor, type NextPassword, nextPassword } from './next-steps.ts';

export interface PlannedUser {
  readonly ok: true;
  readonly username: string;
  readonly representation: UserRepresentation & { readonly id: string; readonly username: string };
  readonly password: NextPassword;
  readonly factor: NextFactor;
}

export type UserPlan = PlannedUser | { readonly ok: false; readonly username: string; readonly reason: string };

export interface UserContext {
  readonly policy: PoolPolicy;
  /** Of this user. */
  readonly groups: readonly string[];
  readonly factors?: ExportedFactors | undefined;
}

const MAX_NAME = 255;

/** Attributes of Cognito that are somewhere else in Keycloak, or that Cognito makes itself. */
const NOT_COPIED: readonly string[] = [
  'sub',
  'email',
  'email_verified',
  'phone_number',
  'phone_number_verified',
  'given_name',
  'family_name',
  'identities',
];

/** The user of Keycloak for one of Cognito's, with the same `sub`, or why there can be none. */
export function planUser(user: ExportedUser, { policy, groups, factors }: UserContext): UserPlan {
  const { Username: username, UserStatus: status = 'CONFIRMED', UserCreateDate } = user;
  const values = new Map(
    (user.Attributes ?? []).flatMap(({ Name, Value = '' }) => (Value === '' ? [] : [[Name, Value]])),
  );
  const reason = problemOf(username, values);
  if (reason !== undefined) return { ok: false, username, reason };

  const [email, phoneNumber] = [values.get('email'), values.get('phone_number')];
  const emailVerified = email !== undefined && values.get('email_verified') === 'true';
  const phoneNumberVerified = phoneNumber !== undefined && values.get('phone_number_verified') === 'true';
  const isUnconfirmed = status === 'UNCONFIRMED';
  const isExternal = status === 'EXTERNAL_PROVIDER';
  const settings = settingsOf(user, factors);
  const createdAt = millisOf(UserCreateDate);
  return {
    ok: true,
    username,
    // A user who has signed up confirms the address or the number that the code went to.
    password: nextPassword({ isExternal, canReceiveCode: emailVerified || phoneNumberVerified || isUnconfirmed }),
    factor: nextFactor(policy, {
      hasPhoneNumber: phoneNumber !== undefined,
      settings,
      ...(factors === undefined
        ? {}
        : { hadAuthenticator: factors.UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA') === true }),
    }),
    representation: {
      ...withoutUndefined({
        createdTimestamp: createdAt,
        email,
        firstName: values.get('given_name'),
        lastName: values.get('family_name'),
      }),
      id: values.get('sub') ?? '',
      username,
      enabled: !isUnconfirmed && user.Enabled !== false,
      emailVerified,
      groups: groups.map((name) => `/${name}`),
      attributes: {
        ...copiedAttributes(values),
        ...marksOf(user, { isUnconfirmed, isExternal }),
        ...numberAttributes(phoneNumber, phoneNumberVerified),
        ...settingAttributes(settings),
      },
    },
  };
}

function problemOf(username: string, values: ReadonlyMap<string, string>): string | undefined {
  if (!isUuid(values.get('sub') ?? '')) return 'The user has no sub: run list-users without --attributes-to-get.';
  if (username.length > MAX_NAME) return `The username has more than ${MAX_NAME} characters.`;
  const [email, phoneNumber] = [values.get('email'), values.get('phone_number')];
  if (email !== undefined && !isEmailAddress(email)) return 'The attribute email is not a valid e-mail address.';
  if (phoneNumber !== undefined && !parsePhoneNumber(phoneNumber).ok) {
    return 'The attribute phone_number is not a valid phone number.';
  }
  return undefined;
}

type Attributes = Readonly<Record<string, string[]>>;

function copiedAttributes(values: ReadonlyMap<string, string>): Attributes {
  const copied = [...values].filter(([name]) => !NOT_COPIED.includes(name) && !name.startsWith('cognito:'));
  return Object.fromEntries(copied.map(([name, value]) => [name, [value]]));
}

/** What the API says of a user's status. */
function marksOf(
  { Enabled, UserLastModifiedDate }: ExportedUser,
  { isUnconfirmed, isExternal }: { readonly isUnconfirmed: boolean; readonly isExternal: boolean },
): Attributes {
  const modifiedAt = millisOf(UserLastModifiedDate);
  return {
    ...(isExternal ? {} : { [USER_MARKS.passwordReset]: ['required'] }),
    ...(isUnconfirmed ? { [USER_MARKS.signUp]: ['unconfirmed'] } : {}),
    ...(isUnconfirmed && Enabled === false ? { [USER_MARKS.disabled]: ['true'] } : {}),
    ...(modifiedAt === undefined ? {} : { [USER_MARKS.modifiedAt]: [String(modifiedAt)] }),
  };
}

function numberAttributes(phoneNumber: string | undefined, verified: boolean): Attributes {
  if (phoneNumber === undefined) return {};
  return {
    [USER_ATTRIBUTES.phoneNumber]: [phoneNumber],
    [USER_ATTRIBUTES.phoneNumberVerified]: [String(verified)],
  };
}

/** What was turned on and can be answered here: an authenticator whose seed is gone cannot. */
function settingsOf({ MFAOptions = [] }: ExportedUser, factors: ExportedFactors = {}): MfaSettings {
  const { UserMFASettingList: list = [], PreferredMfaSetting: preferred } = factors;
  // All that list-users has of the years before there were other factors.
  const hasOldSms = MFAOptions.some(({ DeliveryMedium }) => DeliveryMedium === 'SMS');
  if (!hasOldSms && !list.includes('SMS_MFA')) return {};
  return { enabledFactors: ['SMS_MFA'], ...(preferred === 'SMS_MFA' ? { preferredFactor: 'SMS_MFA' } : {}) };
}

function settingAttributes(settings: MfaSettings): Attributes {
  const { enabledMfa, preferredMfa } = formatMfaSettings(settings);
  return {
    ...(enabledMfa === undefined ? {} : { [USER_ATTRIBUTES.enabledMfa]: [...enabledMfa] }),
    ...(preferredMfa === undefined ? {} : { [USER_ATTRIBUTES.preferredMfa]: [preferredMfa] }),
  };
}

function withoutUndefined<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}
