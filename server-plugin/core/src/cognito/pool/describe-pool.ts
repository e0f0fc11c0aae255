import { COGNITO_ATTRIBUTES, poolIdOf, readPasswordPolicy } from '@lifeguard/shared/cognito';
import type { CreateUserPoolInput, SchemaAttributeType } from '../model/input-types.ts';
import type { PortPool } from '../records.ts';
import { poolArn } from './pool-arn.ts';
import { poolPolicyOf, smsMessageOf } from './pool-policy.ts';
import { describeSchema } from './pool-schema.ts';
import { type PoolSettings, readPoolSettings, TEMPORARY_PASSWORD_DAYS } from './pool-settings.ts';

/** What Cognito gives back for members that nobody has set; tools read some of them without asking whether they are there. */
function defaults(): PoolSettings {
  return {
    // Of a realm that was not made by the API nobody knows them.
    CreationDate: 0,
    LastModifiedDate: 0,
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Priority: 1, Name: 'verified_email' },
        { Priority: 2, Name: 'verified_phone_number' },
      ],
    },
    DeletionProtection: 'INACTIVE',
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    UserPoolTags: {},
    UserPoolTier: 'ESSENTIALS',
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
  };
}

/** UserPoolType, as far as a realm has it. */
export interface UserPool extends Omit<CreateUserPoolInput, 'PoolName' | 'Schema'> {
  readonly Id: string;
  readonly Name: string;
  readonly Arn: string;
  readonly EstimatedNumberOfUsers: number;
  readonly CreationDate: number;
  readonly LastModifiedDate: number;
  readonly SchemaAttributes: readonly SchemaAttributeType[];
}

/** A realm as DescribeUserPool shows it. */
export function describePool(pool: PortPool): UserPool {
  const id = poolIdOf(pool) ?? pool.name;
  const {
    Schema = [],
    TemporaryPasswordValidityDays: days = TEMPORARY_PASSWORD_DAYS,
    ...kept
  } = readPoolSettings(pool);
  const settings = { ...defaults(), ...kept };
  const policy = poolPolicyOf(pool);
  return {
    ...settings,
    Id: id,
    Name: pool.displayName === '' ? pool.name : pool.displayName,
    Arn: poolArn(id),
    CreationDate: settings.CreationDate ?? 0,
    LastModifiedDate: settings.LastModifiedDate ?? 0,
    EstimatedNumberOfUsers: pool.users,
    LambdaConfig: {},
    Policies: {
      PasswordPolicy: { ...readPasswordPolicy(pool.passwordPolicy), TemporaryPasswordValidityDays: days },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    },
    SchemaAttributes: describeSchema(Schema),
    MfaConfiguration: policy.mfaConfiguration,
    ...smsMessageOf(policy),
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: false,
      ...kept.AdminCreateUserConfig,
      UnusedAccountValidityDays: days,
    },
    ...(pool.attributes[COGNITO_ATTRIBUTES.issuer] === 'cognito' ? { IssuerConfiguration: { Type: 'ORIGINAL' } } : {}),
  };
}
