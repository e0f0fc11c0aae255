// Written by model/generate.mjs from botocore's model of Cognito Identity Provider, API 2016-04-18 (Apache-2.0).

export interface AdminAddUserToGroupInput {
  readonly UserPoolId: string;
  readonly Username: string;
  readonly GroupName: string;
}

export interface AdminConfirmSignUpInput {
  readonly UserPoolId: string;
  readonly Username: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface AdminCreateUserInput {
  readonly UserPoolId: string;
  readonly Username: string;
  readonly UserAttributes?: readonly AttributeType[];
  readonly ValidationData?: readonly AttributeType[];
  readonly TemporaryPassword?: string;
  readonly ForceAliasCreation?: boolean;
  readonly MessageAction?: 'RESEND' | 'SUPPRESS';
  readonly DesiredDeliveryMediums?: readonly ('SMS' | 'EMAIL')[];
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface AdminDeleteSoftwareTokenInput {
  readonly UserPoolId: string;
  readonly Username: string;
}

export interface AdminDeleteUserInput {
  readonly UserPoolId: string;
  readonly Username: string;
}

export interface AdminDisableUserInput {
  readonly UserPoolId: string;
  readonly Username: string;
}

export interface AdminEnableUserInput {
  readonly UserPoolId: string;
  readonly Username: string;
}

export interface AdminGetUserInput {
  readonly UserPoolId: string;
  readonly Username: string;
}

export interface AdminGetUserAuthFactorsInput {
  readonly UserPoolId: string;
  readonly Username: string;
}

export interface AdminInitiateAuthInput {
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly AuthFlow:
    | 'USER_SRP_AUTH'
    | 'REFRESH_TOKEN_AUTH'
    | 'REFRESH_TOKEN'
    | 'CUSTOM_AUTH'
    | 'ADMIN_NO_SRP_AUTH'
    | 'USER_PASSWORD_AUTH'
    | 'ADMIN_USER_PASSWORD_AUTH'
    | 'USER_AUTH';
  readonly AuthParameters?: Readonly<Record<string, string>>;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly ContextData?: ContextDataType;
  readonly Session?: string;
}

export interface AdminResetUserPasswordInput {
  readonly UserPoolId: string;
  readonly Username: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface AdminRespondToAuthChallengeInput {
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly ChallengeName:
    | 'SMS_MFA'
    | 'EMAIL_OTP'
    | 'SOFTWARE_TOKEN_MFA'
    | 'SELECT_MFA_TYPE'
    | 'MFA_SETUP'
    | 'PASSWORD_VERIFIER'
    | 'CUSTOM_CHALLENGE'
    | 'SELECT_CHALLENGE'
    | 'DEVICE_SRP_AUTH'
    | 'DEVICE_PASSWORD_VERIFIER'
    | 'ADMIN_NO_SRP_AUTH'
    | 'NEW_PASSWORD_REQUIRED'
    | 'SMS_OTP'
    | 'PASSWORD'
    | 'WEB_AUTHN'
    | 'PASSWORD_SRP';
  readonly ChallengeResponses?: Readonly<Record<string, string>>;
  readonly Session?: string;
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly ContextData?: ContextDataType;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface AdminSetUserMFAPreferenceInput {
  readonly SMSMfaSettings?: SMSMfaSettingsType;
  readonly SoftwareTokenMfaSettings?: SoftwareTokenMfaSettingsType;
  readonly EmailMfaSettings?: EmailMfaSettingsType;
  readonly WebAuthnMfaSettings?: WebAuthnMfaSettingsType;
  readonly Username: string;
  readonly UserPoolId: string;
}

export interface AdminSetUserPasswordInput {
  readonly UserPoolId: string;
  readonly Username: string;
  readonly Password: string;
  readonly Permanent?: boolean;
}

export interface AdminSetUserSettingsInput {
  readonly UserPoolId: string;
  readonly Username: string;
  readonly MFAOptions: readonly MFAOptionType[];
}

export interface AdminUpdateUserAttributesInput {
  readonly UserPoolId: string;
  readonly Username: string;
  readonly UserAttributes: readonly AttributeType[];
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface AdminUserGlobalSignOutInput {
  readonly UserPoolId: string;
  readonly Username: string;
}

export interface AssociateSoftwareTokenInput {
  readonly AccessToken?: string;
  readonly Session?: string;
}

export interface ChangePasswordInput {
  readonly PreviousPassword?: string;
  readonly ProposedPassword: string;
  readonly AccessToken: string;
}

export interface ConfirmForgotPasswordInput {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly Username: string;
  readonly ConfirmationCode: string;
  readonly Password: string;
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly UserContextData?: UserContextDataType;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface ConfirmSignUpInput {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly Username: string;
  readonly ConfirmationCode: string;
  readonly ForceAliasCreation?: boolean;
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly UserContextData?: UserContextDataType;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
  readonly Session?: string;
}

export interface CreateGroupInput {
  readonly GroupName: string;
  readonly UserPoolId: string;
  readonly Description?: string;
  readonly RoleArn?: string;
  readonly Precedence?: number;
}

export interface CreateUserPoolInput {
  readonly PoolName: string;
  readonly Policies?: UserPoolPolicyType;
  readonly DeletionProtection?: 'ACTIVE' | 'INACTIVE';
  readonly LambdaConfig?: LambdaConfigType;
  readonly AutoVerifiedAttributes?: readonly ('phone_number' | 'email')[];
  readonly AliasAttributes?: readonly ('phone_number' | 'email' | 'preferred_username')[];
  readonly UsernameAttributes?: readonly ('phone_number' | 'email')[];
  readonly SmsVerificationMessage?: string;
  readonly EmailVerificationMessage?: string;
  readonly EmailVerificationSubject?: string;
  readonly VerificationMessageTemplate?: VerificationMessageTemplateType;
  readonly SmsAuthenticationMessage?: string;
  readonly MfaConfiguration?: 'OFF' | 'ON' | 'OPTIONAL';
  readonly UserAttributeUpdateSettings?: UserAttributeUpdateSettingsType;
  readonly DeviceConfiguration?: DeviceConfigurationType;
  readonly EmailConfiguration?: EmailConfigurationType;
  readonly SmsConfiguration?: SmsConfigurationType;
  readonly UserPoolTags?: Readonly<Record<string, string>>;
  readonly AdminCreateUserConfig?: AdminCreateUserConfigType;
  readonly Schema?: readonly SchemaAttributeType[];
  readonly UserPoolAddOns?: UserPoolAddOnsType;
  readonly DcrConfiguration?: DcrConfigurationType;
  readonly UsernameConfiguration?: UsernameConfigurationType;
  readonly AccountRecoverySetting?: AccountRecoverySettingType;
  readonly UserPoolTier?: 'LITE' | 'ESSENTIALS' | 'PLUS';
  readonly KeyConfiguration?: KeyConfigurationType;
  readonly IssuerConfiguration?: IssuerConfigurationType;
  readonly AcrConfiguration?: Readonly<Record<string, AcrLevelConfigType>>;
}

export interface CreateUserPoolClientInput {
  readonly UserPoolId: string;
  readonly ClientName: string;
  readonly GenerateSecret?: boolean;
  readonly ClientSecret?: string;
  readonly RefreshTokenValidity?: number;
  readonly AccessTokenValidity?: number;
  readonly IdTokenValidity?: number;
  readonly TokenValidityUnits?: TokenValidityUnitsType;
  readonly ReadAttributes?: readonly string[];
  readonly WriteAttributes?: readonly string[];
  readonly ExplicitAuthFlows?: readonly (
    | 'ADMIN_NO_SRP_AUTH'
    | 'CUSTOM_AUTH_FLOW_ONLY'
    | 'USER_PASSWORD_AUTH'
    | 'ALLOW_ADMIN_USER_PASSWORD_AUTH'
    | 'ALLOW_CUSTOM_AUTH'
    | 'ALLOW_USER_PASSWORD_AUTH'
    | 'ALLOW_USER_SRP_AUTH'
    | 'ALLOW_REFRESH_TOKEN_AUTH'
    | 'ALLOW_USER_AUTH'
    | 'ALLOW_TOKEN_EXCHANGE_DELEGATION'
    | 'ALLOW_TOKEN_EXCHANGE_IMPERSONATION'
  )[];
  readonly SupportedIdentityProviders?: readonly string[];
  readonly CallbackURLs?: readonly string[];
  readonly LogoutURLs?: readonly string[];
  readonly DefaultRedirectURI?: string;
  readonly AllowedOAuthFlows?: readonly ('code' | 'implicit' | 'client_credentials')[];
  readonly AllowedOAuthScopes?: readonly string[];
  readonly AllowedOAuthFlowsUserPoolClient?: boolean;
  readonly AnalyticsConfiguration?: AnalyticsConfigurationType;
  readonly PreventUserExistenceErrors?: 'LEGACY' | 'ENABLED';
  readonly EnableTokenRevocation?: boolean;
  readonly EnablePropagateAdditionalUserContextData?: boolean;
  readonly AuthSessionValidity?: number;
  readonly RefreshTokenRotation?: RefreshTokenRotationType;
  readonly PublishSecretsInAWSSecretsManager?: boolean;
}

export interface DeleteUserInput {
  readonly AccessToken: string;
}

export interface DeleteUserPoolInput {
  readonly UserPoolId: string;
}

export interface DeleteUserPoolClientInput {
  readonly UserPoolId: string;
  readonly ClientId: string;
}

export interface DescribeUserPoolInput {
  readonly UserPoolId: string;
}

export interface DescribeUserPoolClientInput {
  readonly UserPoolId: string;
  readonly ClientId: string;
}

export interface ForgotPasswordInput {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly UserContextData?: UserContextDataType;
  readonly Username: string;
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface GetTokensFromRefreshTokenInput {
  readonly RefreshToken: string;
  readonly ClientId: string;
  readonly ClientSecret?: string;
  readonly DeviceKey?: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface GetUserInput {
  readonly AccessToken: string;
}

export interface GetUserAttributeVerificationCodeInput {
  readonly AccessToken: string;
  readonly AttributeName: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface GetUserAuthFactorsInput {
  readonly AccessToken: string;
}

export interface GetUserPoolMfaConfigInput {
  readonly UserPoolId: string;
}

export interface GlobalSignOutInput {
  readonly AccessToken: string;
}

export interface InitiateAuthInput {
  readonly AuthFlow:
    | 'USER_SRP_AUTH'
    | 'REFRESH_TOKEN_AUTH'
    | 'REFRESH_TOKEN'
    | 'CUSTOM_AUTH'
    | 'ADMIN_NO_SRP_AUTH'
    | 'USER_PASSWORD_AUTH'
    | 'ADMIN_USER_PASSWORD_AUTH'
    | 'USER_AUTH';
  readonly AuthParameters?: Readonly<Record<string, string>>;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
  readonly ClientId: string;
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly UserContextData?: UserContextDataType;
  readonly Session?: string;
}

export interface ListTagsForResourceInput {
  readonly ResourceArn: string;
}

export interface ListUserPoolClientsInput {
  readonly UserPoolId: string;
  readonly MaxResults?: number;
  readonly NextToken?: string;
  readonly ClientType?: 'REGULAR' | 'DCR';
}

export interface ListUserPoolsInput {
  readonly NextToken?: string;
  readonly MaxResults: number;
}

export interface ListUsersInput {
  readonly UserPoolId: string;
  readonly AttributesToGet?: readonly string[];
  readonly Limit?: number;
  readonly PaginationToken?: string;
  readonly Filter?: string;
}

export interface ResendConfirmationCodeInput {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly UserContextData?: UserContextDataType;
  readonly Username: string;
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface RespondToAuthChallengeInput {
  readonly ClientId: string;
  readonly ChallengeName:
    | 'SMS_MFA'
    | 'EMAIL_OTP'
    | 'SOFTWARE_TOKEN_MFA'
    | 'SELECT_MFA_TYPE'
    | 'MFA_SETUP'
    | 'PASSWORD_VERIFIER'
    | 'CUSTOM_CHALLENGE'
    | 'SELECT_CHALLENGE'
    | 'DEVICE_SRP_AUTH'
    | 'DEVICE_PASSWORD_VERIFIER'
    | 'ADMIN_NO_SRP_AUTH'
    | 'NEW_PASSWORD_REQUIRED'
    | 'SMS_OTP'
    | 'PASSWORD'
    | 'WEB_AUTHN'
    | 'PASSWORD_SRP';
  readonly Session?: string;
  readonly ChallengeResponses?: Readonly<Record<string, string>>;
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly UserContextData?: UserContextDataType;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface RevokeTokenInput {
  readonly Token: string;
  readonly ClientId: string;
  readonly ClientSecret?: string;
  readonly RevokeAssociatedSessions?: 'NONE' | 'LINKED';
}

export interface SetUserMFAPreferenceInput {
  readonly SMSMfaSettings?: SMSMfaSettingsType;
  readonly SoftwareTokenMfaSettings?: SoftwareTokenMfaSettingsType;
  readonly EmailMfaSettings?: EmailMfaSettingsType;
  readonly WebAuthnMfaSettings?: WebAuthnMfaSettingsType;
  readonly AccessToken: string;
}

export interface SetUserPoolMfaConfigInput {
  readonly UserPoolId: string;
  readonly SmsMfaConfiguration?: SmsMfaConfigType;
  readonly SoftwareTokenMfaConfiguration?: SoftwareTokenMfaConfigType;
  readonly EmailMfaConfiguration?: EmailMfaConfigType;
  readonly MfaConfiguration?: 'OFF' | 'ON' | 'OPTIONAL';
  readonly WebAuthnConfiguration?: WebAuthnConfigurationType;
}

export interface SetUserSettingsInput {
  readonly AccessToken: string;
  readonly MFAOptions: readonly MFAOptionType[];
}

export interface SignUpInput {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly Username: string;
  readonly Password?: string;
  readonly UserAttributes?: readonly AttributeType[];
  readonly ValidationData?: readonly AttributeType[];
  readonly AnalyticsMetadata?: AnalyticsMetadataType;
  readonly UserContextData?: UserContextDataType;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface TagResourceInput {
  readonly ResourceArn: string;
  readonly Tags: Readonly<Record<string, string>>;
}

export interface UpdateUserAttributesInput {
  readonly UserAttributes: readonly AttributeType[];
  readonly AccessToken: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

export interface UpdateUserPoolInput {
  readonly UserPoolId: string;
  readonly Policies?: UserPoolPolicyType;
  readonly DeletionProtection?: 'ACTIVE' | 'INACTIVE';
  readonly LambdaConfig?: LambdaConfigType;
  readonly AutoVerifiedAttributes?: readonly ('phone_number' | 'email')[];
  readonly SmsVerificationMessage?: string;
  readonly EmailVerificationMessage?: string;
  readonly EmailVerificationSubject?: string;
  readonly VerificationMessageTemplate?: VerificationMessageTemplateType;
  readonly SmsAuthenticationMessage?: string;
  readonly UserAttributeUpdateSettings?: UserAttributeUpdateSettingsType;
  readonly MfaConfiguration?: 'OFF' | 'ON' | 'OPTIONAL';
  readonly DeviceConfiguration?: DeviceConfigurationType;
  readonly EmailConfiguration?: EmailConfigurationType;
  readonly SmsConfiguration?: SmsConfigurationType;
  readonly UserPoolTags?: Readonly<Record<string, string>>;
  readonly AdminCreateUserConfig?: AdminCreateUserConfigType;
  readonly UserPoolAddOns?: UserPoolAddOnsType;
  readonly DcrConfiguration?: DcrConfigurationType;
  readonly AccountRecoverySetting?: AccountRecoverySettingType;
  readonly PoolName?: string;
  readonly UserPoolTier?: 'LITE' | 'ESSENTIALS' | 'PLUS';
  readonly KeyConfiguration?: KeyConfigurationType;
  readonly IssuerConfiguration?: IssuerConfigurationType;
  readonly AcrConfiguration?: Readonly<Record<string, AcrLevelConfigType>>;
}

export interface UpdateUserPoolClientInput {
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly ClientName?: string;
  readonly RefreshTokenValidity?: number;
  readonly AccessTokenValidity?: number;
  readonly IdTokenValidity?: number;
  readonly TokenValidityUnits?: TokenValidityUnitsType;
  readonly ReadAttributes?: readonly string[];
  readonly WriteAttributes?: readonly string[];
  readonly ExplicitAuthFlows?: readonly (
    | 'ADMIN_NO_SRP_AUTH'
    | 'CUSTOM_AUTH_FLOW_ONLY'
    | 'USER_PASSWORD_AUTH'
    | 'ALLOW_ADMIN_USER_PASSWORD_AUTH'
    | 'ALLOW_CUSTOM_AUTH'
    | 'ALLOW_USER_PASSWORD_AUTH'
    | 'ALLOW_USER_SRP_AUTH'
    | 'ALLOW_REFRESH_TOKEN_AUTH'
    | 'ALLOW_USER_AUTH'
    | 'ALLOW_TOKEN_EXCHANGE_DELEGATION'
    | 'ALLOW_TOKEN_EXCHANGE_IMPERSONATION'
  )[];
  readonly SupportedIdentityProviders?: readonly string[];
  readonly CallbackURLs?: readonly string[];
  readonly LogoutURLs?: readonly string[];
  readonly DefaultRedirectURI?: string;
  readonly AllowedOAuthFlows?: readonly ('code' | 'implicit' | 'client_credentials')[];
  readonly AllowedOAuthScopes?: readonly string[];
  readonly AllowedOAuthFlowsUserPoolClient?: boolean;
  readonly AnalyticsConfiguration?: AnalyticsConfigurationType;
  readonly PreventUserExistenceErrors?: 'LEGACY' | 'ENABLED';
  readonly EnableTokenRevocation?: boolean;
  readonly EnablePropagateAdditionalUserContextData?: boolean;
  readonly AuthSessionValidity?: number;
  readonly RefreshTokenRotation?: RefreshTokenRotationType;
  readonly PublishSecretsInAWSSecretsManager?: boolean;
}

export interface VerifySoftwareTokenInput {
  readonly AccessToken?: string;
  readonly Session?: string;
  readonly UserCode: string;
  readonly FriendlyDeviceName?: string;
}

export interface VerifyUserAttributeInput {
  readonly AccessToken: string;
  readonly AttributeName: string;
  readonly Code: string;
}

export interface AttributeType {
  readonly Name: string;
  readonly Value?: string;
}

export interface AnalyticsMetadataType {
  readonly AnalyticsEndpointId?: string;
}

export interface ContextDataType {
  readonly IpAddress: string;
  readonly ServerName: string;
  readonly ServerPath: string;
  readonly HttpHeaders: readonly HttpHeader[];
  readonly EncodedData?: string;
}

export interface SMSMfaSettingsType {
  readonly Enabled?: boolean;
  readonly PreferredMfa?: boolean;
}

export interface SoftwareTokenMfaSettingsType {
  readonly Enabled?: boolean;
  readonly PreferredMfa?: boolean;
}

export interface EmailMfaSettingsType {
  readonly Enabled?: boolean;
  readonly PreferredMfa?: boolean;
}

export interface WebAuthnMfaSettingsType {
  readonly Enabled?: boolean;
}

export interface MFAOptionType {
  readonly DeliveryMedium?: 'SMS' | 'EMAIL';
  readonly AttributeName?: string;
}

export interface UserContextDataType {
  readonly IpAddress?: string;
  readonly EncodedData?: string;
}

export interface UserPoolPolicyType {
  readonly PasswordPolicy?: PasswordPolicyType;
  readonly SignInPolicy?: SignInPolicyType;
}

export interface LambdaConfigType {
  readonly PreSignUp?: string;
  readonly CustomMessage?: string;
  readonly PostConfirmation?: string;
  readonly PreAuthentication?: string;
  readonly PostAuthentication?: string;
  readonly DefineAuthChallenge?: string;
  readonly CreateAuthChallenge?: string;
  readonly VerifyAuthChallengeResponse?: string;
  readonly PreTokenGeneration?: string;
  readonly UserMigration?: string;
  readonly PreTokenGenerationConfig?: PreTokenGenerationVersionConfigType;
  readonly CustomSMSSender?: CustomSMSLambdaVersionConfigType;
  readonly CustomEmailSender?: CustomEmailLambdaVersionConfigType;
  readonly KMSKeyID?: string;
  readonly InboundFederation?: InboundFederationLambdaType;
}

export interface VerificationMessageTemplateType {
  readonly SmsMessage?: string;
  readonly EmailMessage?: string;
  readonly EmailSubject?: string;
  readonly EmailMessageByLink?: string;
  readonly EmailSubjectByLink?: string;
  readonly DefaultEmailOption?: 'CONFIRM_WITH_LINK' | 'CONFIRM_WITH_CODE';
}

export interface UserAttributeUpdateSettingsType {
  readonly AttributesRequireVerificationBeforeUpdate?: readonly ('phone_number' | 'email')[];
}

export interface DeviceConfigurationType {
  readonly ChallengeRequiredOnNewDevice?: boolean;
  readonly DeviceOnlyRememberedOnUserPrompt?: boolean;
}

export interface EmailConfigurationType {
  readonly SourceArn?: string;
  readonly ReplyToEmailAddress?: string;
  readonly EmailSendingAccount?: 'COGNITO_DEFAULT' | 'DEVELOPER';
  readonly From?: string;
  readonly ConfigurationSet?: string;
}

export interface SmsConfigurationType {
  readonly SnsCallerArn?: string;
  readonly ExternalId?: string;
  readonly SnsRegion?: string;
  readonly EumsSms?: EumsSmsConfigurationType;
}

export interface AdminCreateUserConfigType {
  readonly AllowAdminCreateUserOnly?: boolean;
  readonly UnusedAccountValidityDays?: number;
  readonly InviteMessageTemplate?: MessageTemplateType;
}

export interface SchemaAttributeType {
  readonly Name?: string;
  readonly AttributeDataType?: 'String' | 'Number' | 'DateTime' | 'Boolean';
  readonly DeveloperOnlyAttribute?: boolean;
  readonly Mutable?: boolean;
  readonly Required?: boolean;
  readonly NumberAttributeConstraints?: NumberAttributeConstraintsType;
  readonly StringAttributeConstraints?: StringAttributeConstraintsType;
}

export interface UserPoolAddOnsType {
  readonly AdvancedSecurityMode: 'OFF' | 'AUDIT' | 'ENFORCED';
  readonly AdvancedSecurityAdditionalFlows?: AdvancedSecurityAdditionalFlowsType;
}

export interface DcrConfigurationType {
  readonly EnableStatus?: 'Enabled' | 'Disabled';
  readonly OpenDcrEnabled?: boolean;
  readonly AuthenticatedGrantTypes?: readonly ('code' | 'implicit' | 'client_credentials')[];
  readonly OpenDcrGrantTypes?: readonly ('code' | 'implicit' | 'client_credentials')[];
  readonly AllowedScopes?: readonly string[];
}

export interface UsernameConfigurationType {
  readonly CaseSensitive: boolean;
}

export interface AccountRecoverySettingType {
  readonly RecoveryMechanisms?: readonly RecoveryOptionType[];
}

export interface KeyConfigurationType {
  readonly KeyType?: 'AWS_OWNED_KEY' | 'CUSTOMER_MANAGED_KEY';
  readonly KmsKeyArn?: string;
}

export interface IssuerConfigurationType {
  readonly Type?: 'ORIGINAL' | 'UPDATED';
}

export interface AcrLevelConfigType {
  readonly AcrValue: string;
}

export interface TokenValidityUnitsType {
  readonly AccessToken?: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly IdToken?: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly RefreshToken?: 'seconds' | 'minutes' | 'hours' | 'days';
}

export interface AnalyticsConfigurationType {
  readonly ApplicationId?: string;
  readonly ApplicationArn?: string;
  readonly RoleArn?: string;
  readonly ExternalId?: string;
  readonly UserDataShared?: boolean;
}

export interface RefreshTokenRotationType {
  readonly Feature: 'ENABLED' | 'DISABLED';
  readonly RetryGracePeriodSeconds?: number;
}

export interface SmsMfaConfigType {
  readonly SmsAuthenticationMessage?: string;
  readonly SmsConfiguration?: SmsConfigurationType;
}

export interface SoftwareTokenMfaConfigType {
  readonly Enabled?: boolean;
}

export interface EmailMfaConfigType {
  readonly Message?: string;
  readonly Subject?: string;
}

export interface WebAuthnConfigurationType {
  readonly RelyingPartyId?: string;
  readonly UserVerification?: 'required' | 'preferred';
  readonly FactorConfiguration?: 'SINGLE_FACTOR' | 'MULTI_FACTOR_WITH_USER_VERIFICATION';
}

export interface HttpHeader {
  readonly headerName?: string;
  readonly headerValue?: string;
}

export interface PasswordPolicyType {
  readonly MinimumLength?: number;
  readonly RequireUppercase?: boolean;
  readonly RequireLowercase?: boolean;
  readonly RequireNumbers?: boolean;
  readonly RequireSymbols?: boolean;
  readonly PasswordHistorySize?: number;
  readonly TemporaryPasswordValidityDays?: number;
}

export interface SignInPolicyType {
  readonly AllowedFirstAuthFactors?: readonly ('PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN' | 'SOFTWARE_TOKEN')[];
}

export interface PreTokenGenerationVersionConfigType {
  readonly LambdaVersion: 'V1_0' | 'V2_0' | 'V3_0';
  readonly LambdaArn: string;
}

export interface CustomSMSLambdaVersionConfigType {
  readonly LambdaVersion: 'V1_0';
  readonly LambdaArn: string;
}

export interface CustomEmailLambdaVersionConfigType {
  readonly LambdaVersion: 'V1_0';
  readonly LambdaArn: string;
}

export interface InboundFederationLambdaType {
  readonly LambdaVersion: 'V1_0';
  readonly LambdaArn: string;
}

export interface EumsSmsConfigurationType {
  readonly CallerArn: string;
  readonly ExternalId?: string;
  readonly OriginationIdentity?: string;
  readonly ConfigurationSetName?: string;
  readonly InEntityId?: string;
  readonly InTemplateId?: string;
  readonly Region?: string;
}

export interface MessageTemplateType {
  readonly SMSMessage?: string;
  readonly EmailMessage?: string;
  readonly EmailSubject?: string;
}

export interface NumberAttributeConstraintsType {
  readonly MinValue?: string;
  readonly MaxValue?: string;
}

export interface StringAttributeConstraintsType {
  readonly MinLength?: string;
  readonly MaxLength?: string;
}

export interface AdvancedSecurityAdditionalFlowsType {
  readonly CustomAuthMode?: 'AUDIT' | 'ENFORCED';
}

export interface RecoveryOptionType {
  readonly Priority: number;
  readonly Name: 'verified_email' | 'verified_phone_number' | 'admin_only';
}
