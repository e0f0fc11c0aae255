import { COGNITO_ATTRIBUTES, KEPT_POOL_MEMBERS, withPasswordPolicy } from '@lifeguard/shared/cognito';
import type { CreateUserPoolInput, UpdateUserPoolInput } from '../model/input-types.ts';
import type { PoolChange } from '../records.ts';
import type { PoolSettings } from './pool-settings.ts';
import type { PoolMembers } from './refuse-missing-features.ts';

const { madeOnce: MADE_ONCE, staying: STAYING, replaced: REPLACED } = KEPT_POOL_MEMBERS;

/** What is kept of a request to make a pool. */
export function settingsOfNewPool(input: CreateUserPoolInput, nowInSeconds: number): PoolSettings {
  return {
    CreationDate: nowInSeconds,
    LastModifiedDate: nowInSeconds,
    ...pick(input, MADE_ONCE),
    ...pick(input, STAYING),
    ...pick(input, REPLACED),
    ...keptMessagesOf(input),
    ...temporaryPasswordOf(input, {}),
  } as PoolSettings;
}

/** What is kept of a pool after a request to change it. */
export function settingsAfterUpdate(
  before: PoolSettings,
  input: UpdateUserPoolInput,
  nowInSeconds: number,
): PoolSettings {
  return {
    ...pick(before, ['CreationDate', 'longestRefreshInSeconds', ...MADE_ONCE, ...STAYING]),
    ...pick(input, STAYING),
    ...pick(input, REPLACED),
    ...keptMessagesOf(input),
    ...temporaryPasswordOf(input, before),
    LastModifiedDate: nowInSeconds,
  };
}

/** What both requests write into the realm itself. A policy that is left out of an update stays. */
export function realmChangeOf(members: PoolMembers, passwordPolicy: string | undefined): PoolChange {
  const { PoolName, Policies, AccountRecoverySetting, IssuerConfiguration } = members;
  const isAdminOnly = AccountRecoverySetting?.RecoveryMechanisms?.some(({ Name }) => Name === 'admin_only') === true;
  const policy = Policies?.PasswordPolicy ?? (passwordPolicy === undefined ? {} : undefined);
  return {
    ...(PoolName === undefined ? {} : { displayName: PoolName }),
    ...(policy === undefined ? {} : { passwordPolicy: withPasswordPolicy(passwordPolicy ?? '', policy) }),
    // The pages of the realm, too.
    ...(isAdminOnly ? { resetPassword: false } : {}),
    ...(IssuerConfiguration === undefined ? {} : { attributes: { [COGNITO_ATTRIBUTES.issuer]: 'cognito' } }),
  };
}

/** Each text has two names, of which the newer one is a member of the template. Both are given back. */
function keptMessagesOf(
  members: PoolMembers,
): Pick<
  PoolSettings,
  'EmailVerificationMessage' | 'EmailVerificationSubject' | 'SmsVerificationMessage' | 'VerificationMessageTemplate'
> {
  const { VerificationMessageTemplate: template = {} } = members;
  const sms = template.SmsMessage ?? members.SmsVerificationMessage;
  const email = template.EmailMessage ?? members.EmailVerificationMessage;
  const subject = template.EmailSubject ?? members.EmailVerificationSubject;
  return {
    ...(sms === undefined ? {} : { SmsVerificationMessage: sms }),
    ...(email === undefined ? {} : { EmailVerificationMessage: email }),
    ...(subject === undefined ? {} : { EmailVerificationSubject: subject }),
    VerificationMessageTemplate: {
      DefaultEmailOption: 'CONFIRM_WITH_CODE',
      ...template,
      ...(sms === undefined ? {} : { SmsMessage: sms }),
      ...(email === undefined ? {} : { EmailMessage: email }),
      ...(subject === undefined ? {} : { EmailSubject: subject }),
    },
  };
}

function temporaryPasswordOf({ Policies, AdminCreateUserConfig }: PoolMembers, before: PoolSettings): PoolSettings {
  const days =
    Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ??
    AdminCreateUserConfig?.UnusedAccountValidityDays ??
    before.TemporaryPasswordValidityDays;
  return days === undefined ? {} : { TemporaryPasswordValidityDays: days };
}

function pick<From extends object, Key extends keyof From>(from: From, keys: readonly Key[]): Pick<From, Key> {
  const result: Partial<From> = {};
  for (const key of keys) if (from[key] !== undefined) result[key] = from[key];
  return result as Pick<From, Key>;
}
