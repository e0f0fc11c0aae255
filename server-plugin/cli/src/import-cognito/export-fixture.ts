import type { ExportFile } from './read-export.ts';

export const POOL_ID = 'eu-west-1_Sample123';
export const PUBLIC_CLIENT = '1example23456789abcdefghij';
export const SECRET_CLIENT = '2example23456789abcdefghij';

const encoder = new TextEncoder();

export function file(name: string, answer: unknown): ExportFile {
  return { name, bytes: encoder.encode(typeof answer === 'string' ? answer : JSON.stringify(answer)) };
}

/** A user as list-users has one. Numbers are Ofcom's for drama. */
export function exportedUser(number: number, change: object = {}, attributes: Readonly<Record<string, string>> = {}) {
  const values = {
    sub: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    email: `user${number}@example.org`,
    email_verified: 'true',
    ...attributes,
  };
  return {
    Username: `user${number}`,
    Attributes: Object.entries(values).map(([Name, Value]) => ({ Name, Value })),
    UserCreateDate: '2024-03-01T10:00:00.250000+00:00',
    UserLastModifiedDate: 1_712_000_000.5,
    Enabled: true,
    UserStatus: 'CONFIRMED',
    ...change,
  };
}

/** A made-up pool: optional MFA, an app for browsers and one with a secret, and users in every state. */
export const SAMPLE = {
  'describe-user-pool.json': {
    UserPool: {
      Id: POOL_ID,
      Name: 'Sample pool',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 10,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: false,
          TemporaryPasswordValidityDays: 3,
        },
      },
      LambdaConfig: {},
      CreationDate: '2024-01-01T00:00:00+00:00',
      LastModifiedDate: 1_704_067_200,
      SchemaAttributes: [
        { Name: 'sub', AttributeDataType: 'String', Mutable: false, Required: true },
        { Name: 'email_verified', AttributeDataType: 'Boolean', Mutable: true, Required: false },
        { Name: 'email', AttributeDataType: 'String', Mutable: true, Required: true },
        { Name: 'custom:team', AttributeDataType: 'String', Mutable: true, Required: false },
      ],
      AutoVerifiedAttributes: ['email'],
      AliasAttributes: ['email'],
      MfaConfiguration: 'OPTIONAL',
      EstimatedNumberOfUsers: 6,
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 3 },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
    },
  },
  'get-user-pool-mfa-config.json': {
    SmsMfaConfiguration: {
      SmsAuthenticationMessage: 'Your code is {####}.',
      SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' },
    },
    SoftwareTokenMfaConfiguration: { Enabled: true },
    MfaConfiguration: 'OPTIONAL',
  },
  'list-user-pool-clients.json': {
    UserPoolClients: [
      { ClientId: PUBLIC_CLIENT, UserPoolId: POOL_ID, ClientName: 'web' },
      { ClientId: SECRET_CLIENT, UserPoolId: POOL_ID, ClientName: 'backend' },
    ],
  },
  'client-web.json': {
    UserPoolClient: {
      UserPoolId: POOL_ID,
      ClientName: 'web',
      ClientId: PUBLIC_CLIENT,
      RefreshTokenValidity: 60,
      AccessTokenValidity: 10,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'days' },
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
      CallbackURLs: ['https://app.example/signed-in'],
      LogoutURLs: ['https://app.example/', 'https://app.example/bye'],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      AllowedOAuthFlowsUserPoolClient: true,
      ReadAttributes: [],
    },
  },
  'client-backend.json': {
    UserPoolClient: {
      UserPoolId: POOL_ID,
      ClientName: 'backend',
      ClientId: SECRET_CLIENT,
      ClientSecret: 'sample-secret-of-nobody-0123456789abcdefghijklmnopqrst',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
  },
  'list-users.json': {
    Users: [
      exportedUser(1, {}, { phone_number: '+447700900001', phone_number_verified: 'true', 'custom:team': 'red' }),
      exportedUser(2, { UserStatus: 'UNCONFIRMED' }, { email_verified: 'false' }),
      exportedUser(3, { Enabled: false }, { given_name: 'Ann', family_name: 'Example' }),
      exportedUser(4, { UserStatus: 'FORCE_CHANGE_PASSWORD' }, { email: '', email_verified: 'false' }),
      exportedUser(5, { UserStatus: 'EXTERNAL_PROVIDER' }, { identities: '[{"providerName":"Google"}]' }),
      exportedUser(6, {}, { phone_number: '0770 0900006' }),
    ],
  },
  'list-groups.json': {
    Groups: [{ GroupName: 'editors', UserPoolId: POOL_ID, Description: 'Who edit', Precedence: 1 }],
  },
  'list-users-in-group-editors.json': { Users: [exportedUser(1)] },
  'admin-get-user-user1.json': {
    Username: 'user1',
    UserAttributes: [],
    UserMFASettingList: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
    PreferredMfaSetting: 'SMS_MFA',
  },
} as const;

/** The files of the sample, some of them exchanged; `undefined` leaves one out. */
export function sampleFiles(
  change: { readonly [Name in keyof typeof SAMPLE]?: unknown } & Readonly<Record<string, unknown>> = {},
): readonly ExportFile[] {
  return Object.entries({ ...SAMPLE, ...change }).flatMap(([name, answer]) =>
    answer === undefined ? [] : [file(name, answer)],
  );
}
