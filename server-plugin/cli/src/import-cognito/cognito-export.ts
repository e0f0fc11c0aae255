import type { TokenLifetimeMembers } from '@lifeguard/shared/cognito';
import type { PasswordPolicyType } from '@lifeguard/shared/cognito';

/** What the AWS CLI says of a user pool, as far as it is read. Dates are texts of ISO 8601, or seconds since the epoch, as its versions write them. */
export interface CognitoExport {
  readonly pool: ExportedPool;
  readonly mfa: ExportedMfa;
  readonly clients: readonly ExportedClient[];
  readonly users: readonly ExportedUser[];
  readonly groups: readonly ExportedGroup[];
  /** The groups of users, by username. */
  readonly memberships: ReadonlyMap<string, readonly string[]>;
  /** What admin-get-user says of users' second factors, by username; list-users does not. */
  readonly factors: ReadonlyMap<string, ExportedFactors>;
  /** What was found and not read, in sentences. */
  readonly notes: readonly string[];
}

export type AwsDate = string | number;

/** UserPoolType; members that the API keeps as they are have no types here. */
export interface ExportedPool {
  readonly Id: string;
  readonly Name?: string;
  readonly CreationDate?: AwsDate;
  readonly LastModifiedDate?: AwsDate;
  readonly EstimatedNumberOfUsers?: number;
  readonly Policies?: { readonly PasswordPolicy?: PasswordPolicyType };
  readonly SchemaAttributes?: readonly ExportedAttribute[];
  readonly UsernameAttributes?: readonly string[];
  readonly AliasAttributes?: readonly string[];
  readonly SmsAuthenticationMessage?: string;
  readonly AccountRecoverySetting?: {
    readonly RecoveryMechanisms?: readonly { readonly Name?: string; readonly Priority?: number }[];
  };
  readonly AdminCreateUserConfig?: {
    readonly AllowAdminCreateUserOnly?: boolean;
    readonly UnusedAccountValidityDays?: number;
  };
  readonly LambdaConfig?: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

export interface ExportedAttribute {
  readonly Name?: string;
  readonly Required?: boolean;
  readonly Mutable?: boolean;
  readonly [member: string]: unknown;
}

/** GetUserPoolMfaConfigResponse. */
export interface ExportedMfa {
  readonly MfaConfiguration: 'OFF' | 'OPTIONAL' | 'ON';
  readonly SmsMfaConfiguration?: { readonly SmsAuthenticationMessage?: string };
  readonly SoftwareTokenMfaConfiguration?: { readonly Enabled?: boolean };
  readonly EmailMfaConfiguration?: unknown;
  readonly WebAuthnConfiguration?: unknown;
}

/** UserPoolClientType. */
export interface ExportedClient {
  readonly ClientId: string;
  readonly ClientName?: string;
  readonly ClientSecret?: string;
  readonly UserPoolId?: string;
  readonly CreationDate?: AwsDate;
  readonly LastModifiedDate?: AwsDate;
  readonly ExplicitAuthFlows?: readonly string[];
  readonly AccessTokenValidity?: number;
  readonly IdTokenValidity?: number;
  readonly RefreshTokenValidity?: number;
  readonly TokenValidityUnits?: NonNullable<TokenLifetimeMembers['TokenValidityUnits']>;
  readonly AllowedOAuthFlows?: readonly string[];
  readonly AllowedOAuthFlowsUserPoolClient?: boolean;
  readonly AllowedOAuthScopes?: readonly string[];
  readonly CallbackURLs?: readonly string[];
  readonly LogoutURLs?: readonly string[];
  readonly [member: string]: unknown;
}

/** UserType. */
export interface ExportedUser {
  readonly Username: string;
  readonly Attributes?: readonly { readonly Name: string; readonly Value?: string }[];
  readonly UserCreateDate?: AwsDate;
  readonly UserLastModifiedDate?: AwsDate;
  readonly Enabled?: boolean;
  readonly UserStatus?: string;
  readonly MFAOptions?: readonly { readonly DeliveryMedium?: string; readonly AttributeName?: string }[];
}

/** GroupType. */
export interface ExportedGroup {
  readonly GroupName: string;
  readonly Description?: string;
  readonly RoleArn?: string;
  readonly Precedence?: number;
  readonly CreationDate?: AwsDate;
  readonly LastModifiedDate?: AwsDate;
}

export interface ExportedFactors {
  readonly UserMFASettingList?: readonly string[];
  readonly PreferredMfaSetting?: string;
}

/** A date of AWS in milliseconds since the epoch; absent for what is none. */
export function millisOf(date: AwsDate | undefined): number | undefined {
  const millis = typeof date === 'number' ? date * 1000 : Date.parse(date ?? '');
  return Number.isFinite(millis) ? Math.round(millis) : undefined;
}
