import { describe, expect, test } from 'vitest';
import { MemoryKeycloak } from '../../testing/memory-keycloak/index.ts';

const SMS = { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms', ExternalId: 'x' };

function administered() {
  const keycloak = new MemoryKeycloak();
  const signedBy = keycloak.addKey();
  const call = (operation: string, input: object) => keycloak.call(operation, input, { signedBy });
  const made = (input: object = {}) =>
    call('CreateUserPool', { PoolName: 'shop', ...input }).body['UserPool'] as unknown as { Id: string };
  const described = (id: string) =>
    call('DescribeUserPool', { UserPoolId: id }).body['UserPool'] as unknown as Record<string, unknown>;
  return { keycloak, call, made, described, signedBy };
}

const refusal = (message: string) => ({ status: 400, body: { __type: 'InvalidParameterException', message } });

describe('CreateUserPool', () => {
  test('makes a realm that is named as the pool, with what Cognito has for a pool of which only the name is said', () => {
    const { keycloak, made } = administered();
    const pool = made();
    expect(pool.Id).toMatch(/^us-east-1_[0-9a-z]{9}$/);
    expect(keycloak.realm(pool.Id)).toMatchObject({
      name: pool.Id,
      displayName: 'shop',
      passwordPolicy:
        'length(8) and maxLength(256) and upperCase(1) and lowerCase(1) and digits(1) and specialChars(1)',
      bruteForce: { failures: 5 },
      accessTokenLifespan: 3600,
      ssoSessionMax: 2_592_000,
      attributes: {
        'lifeguard.mfaConfiguration': 'OFF',
        'lifeguard.smsMfa': 'false',
        'lifeguard.softwareTokenMfa': 'false',
        'lifeguard.verifiedTokenIsEnabled': 'false',
        'lifeguard.requiredAfterCreation': 'allowed',
        'lifeguard.cognito.srp': 'true',
        'lifeguard.cognito.factorChanges': 'access-token',
        'lifeguard.cognito.poolId': pool.Id,
      },
    });
  });

  test('the pool is described with all that tools read without asking', () => {
    const { made, described, keycloak } = administered();
    const now = keycloak.clock.now() / 1000;
    const pool = made();
    expect(described(pool.Id)).toEqual(pool);
    expect(pool).toMatchObject({
      Name: 'shop',
      Arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${pool.Id}`,
      CreationDate: now,
      LastModifiedDate: now,
      EstimatedNumberOfUsers: 0,
      MfaConfiguration: 'OFF',
      DeletionProtection: 'INACTIVE',
      UserPoolTier: 'ESSENTIALS',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
      },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Priority: 1, Name: 'verified_email' },
          { Priority: 2, Name: 'verified_phone_number' },
        ],
      },
    });
    expect(pool).not.toHaveProperty('SmsAuthenticationMessage');
  });

  test('ON takes effect at creation, with SMS as the factor', () => {
    const { keycloak, call, made } = administered();
    const { Id } = made({ MfaConfiguration: 'ON', SmsConfiguration: SMS });
    expect(keycloak.realm(Id).attributes).toMatchObject({
      'lifeguard.mfaConfiguration': 'ON',
      'lifeguard.smsMfa': 'true',
      'lifeguard.softwareTokenMfa': 'false',
    });
    expect(call('GetUserPoolMfaConfig', { UserPoolId: Id }).body).toEqual({
      MfaConfiguration: 'ON',
      SmsMfaConfiguration: { SmsConfiguration: SMS },
    });
  });

  test('keeps what Keycloak has no place for, and lists custom attributes under their prefix', () => {
    const { made, described, keycloak } = administered();
    const { Id } = made({
      AliasAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      UserPoolTags: { team: 'a' },
      EmailVerificationMessage: 'Code {####}',
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false, TemporaryPasswordValidityDays: 1 } },
      Schema: [
        { Name: 'plan', Mutable: false },
        { Name: 'email', Required: true },
      ],
    });
    const pool = described(Id);
    expect(pool).toMatchObject({
      AliasAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      UserPoolTags: { team: 'a' },
      EmailVerificationMessage: 'Code {####}',
      VerificationMessageTemplate: { EmailMessage: 'Code {####}' },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireUppercase: true,
          RequireSymbols: false,
          TemporaryPasswordValidityDays: 1,
        },
      },
    });
    const schema = pool['SchemaAttributes'] as { Name: string; Required: boolean }[];
    expect(schema.find(({ Name }) => Name === 'email')?.Required).toBe(true);
    expect(schema.at(-1)).toEqual({
      Name: 'custom:plan',
      AttributeDataType: 'String',
      DeveloperOnlyAttribute: false,
      Mutable: false,
      Required: false,
      StringAttributeConstraints: {},
    });
    expect(keycloak.realm(Id)).toMatchObject({ loginWithEmail: true, duplicateEmails: false });
  });

  test.each([
    [
      { MfaConfiguration: 'OPTIONAL' },
      'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    ],
    [
      { AutoVerifiedAttributes: ['phone_number'] },
      'SMS configuration is required when phone_number is selected for auto verification',
    ],
    [
      { AliasAttributes: ['email'], UsernameAttributes: ['email'] },
      'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
    ],
    [{ Schema: [{ Name: 'a', Required: true }] }, 'Required custom attributes are not supported currently.'],
    [
      { Schema: [{ Name: 'a' }, { Name: 'a' }] },
      'Duplicate custom attribute names custom:a are not allowed in a user pool schema.',
    ],
    [
      {
        AccountRecoverySetting: {
          RecoveryMechanisms: [
            { Name: 'admin_only', Priority: 1 },
            { Name: 'verified_email', Priority: 2 },
          ],
        },
      },
      'Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
    ],
    [
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['EMAIL_OTP'] } } },
      'Password should be configured as one of the allowed first auth factors.',
    ],
  ])('%j is refused in the words of Cognito', (input, message) => {
    const { keycloak, call } = administered();
    expect(call('CreateUserPool', { PoolName: 'shop', ...input })).toMatchObject(refusal(message));
    expect(keycloak.world.realms).toHaveLength(1);
  });

  test.each([
    { LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:000000000000:function:f' } },
    { UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
    { UsernameConfiguration: { CaseSensitive: true } },
  ])('what is not there is refused and not kept: %j', (input) => {
    const { call } = administered();
    expect(call('CreateUserPool', { PoolName: 'shop', ...input })).toMatchObject({
      status: 400,
      body: { __type: 'InvalidParameterException', message: expect.stringContaining('not supported') as string },
    });
  });

  test('wants the role, a signature, and the endpoint of the administrators', () => {
    const { keycloak } = administered();
    const input = { PoolName: 'shop' };
    expect(keycloak.call('CreateUserPool', input).body['__type']).toBe('MissingAuthenticationTokenException');
    const weak = keycloak.addKey('master', ['admin-of-nothing']);
    expect(keycloak.call('CreateUserPool', input, { signedBy: weak }).body['__type']).toBe('AccessDeniedException');
    const at = keycloak.realm(keycloak.addPool().poolId).name;
    const own = keycloak.addKey(at, ['manage-realm']);
    expect(keycloak.call('CreateUserPool', input, { signedBy: own, at }).body['__type']).toBe('NotAuthorizedException');
  });
});

describe('UpdateUserPool', () => {
  test('what lets nobody in is replaced, what opens a way in stays when it is left out', () => {
    const { made, call, described } = administered();
    const { Id } = made({
      AutoVerifiedAttributes: ['email'],
      DeletionProtection: 'ACTIVE',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      Policies: { PasswordPolicy: { MinimumLength: 20 } },
      Schema: [{ Name: 'plan' }],
      MfaConfiguration: 'OPTIONAL',
      SmsConfiguration: SMS,
    });
    expect(call('UpdateUserPool', { UserPoolId: Id, PoolName: 'other' })).toMatchObject({ status: 200, body: {} });
    const pool = described(Id);
    expect(pool).not.toHaveProperty('AutoVerifiedAttributes');
    expect(pool).toMatchObject({
      Name: 'other',
      DeletionProtection: 'ACTIVE',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      Policies: { PasswordPolicy: { MinimumLength: 20 } },
      MfaConfiguration: 'OPTIONAL',
      SmsConfiguration: SMS,
    });
    expect((pool['SchemaAttributes'] as { Name: string }[]).at(-1)?.Name).toBe('custom:plan');
  });

  test('Required is no change of an existing pool, but may be said again', () => {
    const { made, call } = administered();
    const optional = made({ MfaConfiguration: 'OPTIONAL', SmsConfiguration: SMS });
    expect(call('UpdateUserPool', { UserPoolId: optional.Id, MfaConfiguration: 'ON' })).toMatchObject(
      refusal('Cannot turn MFA functionality ON, once the user pool has been created.'),
    );
    const { Id } = made();
    call('SetUserPoolMfaConfig', {
      UserPoolId: Id,
      MfaConfiguration: 'ON',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    });
    expect(call('UpdateUserPool', { UserPoolId: Id, MfaConfiguration: 'ON' }).status).toBe(200);
    expect(call('GetUserPoolMfaConfig', { UserPoolId: Id }).body).toEqual({
      MfaConfiguration: 'ON',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    });
  });

  test('OPTIONAL needs SMS; OFF switches factors off', () => {
    const { made, call } = administered();
    const { Id } = made();
    const update = (input: object) => call('UpdateUserPool', { UserPoolId: Id, ...input });
    expect(update({ MfaConfiguration: 'OPTIONAL' }).status).toBe(400);
    expect(update({ MfaConfiguration: 'OPTIONAL', SmsConfiguration: SMS }).status).toBe(200);
    expect(call('GetUserPoolMfaConfig', { UserPoolId: Id }).body).toHaveProperty('SmsMfaConfiguration');
    expect(update({ MfaConfiguration: 'OFF' }).status).toBe(200);
    expect(call('GetUserPoolMfaConfig', { UserPoolId: Id }).body).toEqual({ MfaConfiguration: 'OFF' });
  });
});

test('a pool has Cognito’s issuer where it is asked for, also one that was made otherwise', () => {
  const { keycloak, made, call, described } = administered();
  const { poolId } = keycloak.addPool();
  const IssuerConfiguration = { Type: 'ORIGINAL' };
  expect(described(made().Id)).not.toHaveProperty('IssuerConfiguration');
  expect(made({ IssuerConfiguration })).toMatchObject({ IssuerConfiguration });
  expect(call('UpdateUserPool', { UserPoolId: poolId, IssuerConfiguration }).status).toBe(200);
  expect(described(poolId)).toMatchObject({ IssuerConfiguration });
  expect(keycloak.realm(poolId).attributes).toMatchObject({
    'lifeguard.cognito.issuer': 'cognito',
    'lifeguard.cognito.poolId': poolId,
  });
});

test('a protected pool is not deleted', () => {
  const { made, call, keycloak } = administered();
  const { Id } = made({ DeletionProtection: 'ACTIVE' });
  expect(call('DeleteUserPool', { UserPoolId: Id })).toMatchObject(
    refusal(
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    ),
  );
  call('UpdateUserPool', { UserPoolId: Id, DeletionProtection: 'INACTIVE' });
  expect(call('DeleteUserPool', { UserPoolId: Id }).status).toBe(200);
  expect(keycloak.findRealm(Id)).toBeUndefined();
  expect(call('DescribeUserPool', { UserPoolId: Id }).body).toMatchObject({
    __type: 'ResourceNotFoundException',
    message: `User pool ${Id} does not exist.`,
  });
});

test('pools are listed page by page, each once', () => {
  const { made, call } = administered();
  const ids = [1, 2, 3, 4, 5].map(() => made().Id).toSorted();
  const listed: string[] = [];
  let token: string | undefined;
  let pages = 0;
  do {
    const { body } = call('ListUserPools', { MaxResults: 2, ...(token === undefined ? {} : { NextToken: token }) });
    listed.push(...(body['UserPools'] as unknown as { Id: string }[]).map(({ Id }) => Id));
    token = body['NextToken'];
    pages += 1;
  } while (token !== undefined);
  expect(listed).toEqual(ids);
  expect(pages).toBe(3);
  expect(call('ListUserPools', { MaxResults: 2, NextToken: 'x' }).body['__type']).toBe('InvalidParameterException');
});

test('tags are added to, and listed, by the ARN of a pool and of nothing else', () => {
  const { made, call } = administered();
  const { Id } = made({ UserPoolTags: { team: 'a', stage: 'b' } });
  const ResourceArn = `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${Id}`;
  expect(call('TagResource', { ResourceArn, Tags: { team: 'c', __proto__: 'd' } }).status).toBe(200);
  expect(call('ListTagsForResource', { ResourceArn }).body).toEqual({ Tags: { team: 'c', stage: 'b' } });
  const other = 'arn:aws:cognito-idp:us-east-1:000000000000:identitypool/x';
  expect(call('ListTagsForResource', { ResourceArn: other }).body['__type']).toBe('ResourceNotFoundException');
});

test('a realm that was made otherwise is described as far as it says', () => {
  const { keycloak, described, call } = administered();
  const { poolId } = keycloak.addPool();
  expect(described(poolId)).toMatchObject({
    Id: poolId,
    CreationDate: expect.any(Number) as number,
    Policies: { PasswordPolicy: expect.objectContaining({ MinimumLength: expect.any(Number) as number }) as object },
  });
  keycloak.realm(poolId).attributes = { 'lifeguard.mfaConfiguration': 'MAYBE' };
  expect(call('DescribeUserPool', { UserPoolId: poolId }).body).toEqual({
    __type: 'InvalidUserPoolConfigurationException',
    message: expect.stringMatching(
      /^The policy of the user pool can't be read\. lifeguard\.mfaConfiguration: /,
    ) as string,
  });
});
