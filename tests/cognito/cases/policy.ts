import assert from 'node:assert/strict';
import { refused } from '../checks.ts';
import { factorBlocks, SMS_CONFIGURATION } from '../pool.ts';
import type { OperationsCase } from './case.ts';

const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const TOGETHER = "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.";
const NO_FACTOR = 'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.';

/** SetUserPoolMfaConfig and GetUserPoolMfaConfig, and what of it CreateUserPool and UpdateUserPool take. */
export const policyCases: readonly OperationsCase[] = [
  {
    name: 'the policy is read as it was set',
    async run({ client, ownPool }) {
      const { poolId: UserPoolId } = await ownPool({ mfa: 'OFF' });
      const policy = {
        MfaConfiguration: 'OPTIONAL',
        SmsMfaConfiguration: {
          SmsAuthenticationMessage: 'Use {####} to sign in.',
          SmsConfiguration: SMS_CONFIGURATION,
        },
        ...TOTP,
      };
      const before = await client.call('GetUserPoolMfaConfig', { UserPoolId });
      assert.deepEqual([before['MfaConfiguration'], before['SoftwareTokenMfaConfiguration']], ['OFF', undefined]);
      assert.deepEqual(await client.call('SetUserPoolMfaConfig', { UserPoolId, ...policy }), policy);
      assert.deepEqual(await client.call('GetUserPoolMfaConfig', { UserPoolId }), policy);
    },
  },
  {
    name: '7.10: a factor together with OFF, or without a mode, is refused; a bare call resets to OFF',
    async run({ client, ownPool }) {
      const { poolId: UserPoolId } = await ownPool({ mfa: 'ON', factors: ['totp'] });
      const set = (members: object) => client.call('SetUserPoolMfaConfig', { UserPoolId, ...members });
      await refused(set(TOTP), 'InvalidParameterException', TOGETHER);
      await refused(set({ MfaConfiguration: 'OFF', ...TOTP }), 'InvalidParameterException', TOGETHER);
      const { MfaConfiguration: before } = await client.call('GetUserPoolMfaConfig', { UserPoolId });
      assert.equal(before, 'ON');
      await set({});
      const after = await client.call('GetUserPoolMfaConfig', { UserPoolId });
      assert.deepEqual([after['MfaConfiguration'], after['SoftwareTokenMfaConfiguration']], ['OFF', undefined]);
    },
  },
  {
    name: '7.40: OPTIONAL and ON without a factor are refused',
    async run({ client, ownPool }) {
      const { poolId: UserPoolId } = await ownPool({ mfa: 'OFF' });
      for (const MfaConfiguration of ['OPTIONAL', 'ON']) {
        const call = client.call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration });
        await refused(call, 'InvalidParameterException', NO_FACTOR);
      }
    },
  },
  {
    name: '7.11: UpdateUserPool does not turn an OPTIONAL pool ON, SetUserPoolMfaConfig does',
    async run({ client, ownPool }) {
      const { poolId: UserPoolId } = await ownPool({ mfa: 'OPTIONAL' });
      await refused(
        client.call('UpdateUserPool', { UserPoolId, MfaConfiguration: 'ON' }),
        'InvalidParameterException',
        'Cannot turn MFA functionality ON, once the user pool has been created.',
      );
      const on = { MfaConfiguration: 'ON', ...factorBlocks(['sms', 'totp']) };
      await client.call('SetUserPoolMfaConfig', { UserPoolId, ...on });
      const { MfaConfiguration } = await client.call('GetUserPoolMfaConfig', { UserPoolId });
      assert.equal(MfaConfiguration, 'ON');
    },
  },
  {
    name: '7.12: CreateUserPool ON or OPTIONAL without SMS is refused',
    async run({ client }) {
      for (const MfaConfiguration of ['ON', 'OPTIONAL']) {
        await refused(
          client.call('CreateUserPool', { PoolName: 'cases', MfaConfiguration }),
          'InvalidParameterException',
          'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
        );
      }
    },
  },
  {
    name: 'SMS alone drops the software tokens of the pool',
    async run({ client, ownPool }) {
      const { poolId: UserPoolId } = await ownPool({ mfa: 'ON', factors: ['totp'] });
      await client.call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'ON', ...factorBlocks(['sms']) });
      const { SoftwareTokenMfaConfiguration } = await client.call('GetUserPoolMfaConfig', { UserPoolId });
      assert.equal(SoftwareTokenMfaConfiguration, undefined);
    },
  },
  {
    name: 'UpdateUserPool ON on a pool that is ON is taken, and keeps software tokens',
    async run({ client, ownPool }) {
      const { poolId: UserPoolId } = await ownPool({ mfa: 'ON', factors: ['sms', 'totp'] });
      const update = { MfaConfiguration: 'ON', SmsConfiguration: SMS_CONFIGURATION };
      await client.call('UpdateUserPool', { UserPoolId, ...update, AutoVerifiedAttributes: ['phone_number'] });
      const policy = await client.call('GetUserPoolMfaConfig', { UserPoolId });
      assert.equal(policy['MfaConfiguration'], 'ON');
      assert.deepEqual(policy['SoftwareTokenMfaConfiguration'], { Enabled: true });
    },
  },
  {
    name: 'DescribeUserPool has the members that Terraform reads without asking',
    async run({ client, pool }) {
      const { poolId: UserPoolId } = await pool({ mfa: 'OFF' });
      const described = (await client.call('DescribeUserPool', { UserPoolId }))['UserPool'] as Members;
      const members =
        `Id Name Arn CreationDate LastModifiedDate EstimatedNumberOfUsers UserPoolTier AdminCreateUserConfig
        EmailConfiguration AccountRecoverySetting VerificationMessageTemplate DeletionProtection`.split(/\s+/);
      assert.deepEqual(
        members.filter((member) => described[member] === undefined),
        [],
      );
      const { PasswordPolicy } = described['Policies'] as { readonly PasswordPolicy: Members };
      const rules = ['MinimumLength', 'RequireUppercase', 'RequireLowercase', 'RequireNumbers', 'RequireSymbols'];
      assert.deepEqual(
        rules.map((rule) => PasswordPolicy[rule]),
        [8, true, true, true, true],
      );
    },
  },
];

type Members = Readonly<Record<string, unknown>>;
