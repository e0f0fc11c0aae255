import { invalidParameter } from '../protocol/cognito-error.ts';
import { checkSchema } from './pool-schema.ts';
import { type PoolMembers, refuseMissingFeatures } from './refuse-missing-features.ts';

/**
 * The rules between the members of a pool, in the words of Cognito.
 * @param members what the pool is to have, whether this request says it or an earlier one
 * @see Amazon Cognito API Reference, CreateUserPool
 */
export function checkPool(members: PoolMembers): void {
  refuseMissingFeatures(members);
  checkSchema(members.Schema ?? []);
  checkRecovery(members);
  checkVerification(members);
  if ((members.AliasAttributes ?? []).length > 0 && (members.UsernameAttributes ?? []).length > 0) {
    throw invalidParameter('Only one of the aliasAttributes or usernameAttributes can be set in a User pool.');
  }
  if (
    members.AdminCreateUserConfig?.UnusedAccountValidityDays !== undefined &&
    members.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays !== undefined
  ) {
    throw invalidParameter(
      'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
    );
  }
}

function checkRecovery({ AccountRecoverySetting }: PoolMembers): void {
  const mechanisms = AccountRecoverySetting?.RecoveryMechanisms ?? [];
  if (mechanisms.length > 1 && mechanisms.some(({ Name }) => Name === 'admin_only')) {
    throw invalidParameter(
      'Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
    );
  }
  for (const member of ['Name', 'Priority'] as const) {
    if (new Set(mechanisms.map((mechanism) => mechanism[member])).size < mechanisms.length) {
      throw invalidParameter(`Account Recovery Setting cannot use a ${member} twice.`);
    }
  }
}

function checkVerification({
  AutoVerifiedAttributes = [],
  UserAttributeUpdateSettings,
  SmsConfiguration,
}: PoolMembers): void {
  if (AutoVerifiedAttributes.includes('phone_number') && SmsConfiguration === undefined) {
    throw invalidParameter('SMS configuration is required when phone_number is selected for auto verification');
  }
  const required = UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [];
  if (required.some((name) => !AutoVerifiedAttributes.includes(name))) {
    throw invalidParameter(
      'AttributesRequireVerificationBeforeUpdate can only hold attributes that are auto verified.',
    );
  }
}
