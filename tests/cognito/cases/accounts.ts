import assert from 'node:assert/strict';
import type { Bench } from '../bench.ts';
import { refused } from '../checks.ts';
import { accessTokenOf, initiate, respond, tokensOf } from '../sign-in.ts';
import type { OperationsCase } from './case.ts';

const PASSWORD = 'Another-1-password';
const ON_SMS = { mfa: 'ON', factors: ['sms'] } as const;

/** Getting to an account and back to it: sign-up, recovery, passwords, attributes. */
export const accountCases: readonly OperationsCase[] = [
  {
    name: 'somebody signs up by e-mail, confirms with the code of the mail, and signs in; the address is masked',
    async run({ endpoint, client, pool }) {
      const { clientId: ClientId } = await pool({ mfa: 'OFF' });
      const Username = `new-${Math.floor(endpoint.now())}-${client.name.length}`;
      const email = `${Username}@test.com`;
      const UserAttributes = [{ Name: 'email', Value: email }];
      const { CodeDeliveryDetails, UserConfirmed, UserSub } = await client.call('SignUp', {
        ClientId,
        Username,
        UserAttributes,
        Password: PASSWORD,
      });
      assert.equal(UserConfirmed, false);
      assert.match(String(UserSub), /^[0-9a-f-]{36}$/);
      const masked = { Destination: 'n***@t***', DeliveryMedium: 'EMAIL', AttributeName: 'email' };
      assert.deepEqual(CodeDeliveryDetails, masked);
      const user = { username: Username, password: PASSWORD };
      const signIn = () => initiate(client, { clientId: ClientId }, user);
      await refused(signIn(), 'UserNotConfirmedException', 'User is not confirmed.');
      const confirm = (ConfirmationCode: string) =>
        client.call('ConfirmSignUp', { ClientId, Username, ConfirmationCode });
      const code = await mailedCode(endpoint, email);
      const WRONG = 'Invalid verification code provided, please try again.';
      await refused(confirm(code === '123456' ? '654321' : '123456'), 'CodeMismatchException', WRONG);
      assert.deepEqual(await confirm(code), {});
      tokensOf(await signIn());
    },
  },
  {
    name: 'nothing that the pool verifies, no code: SignUp without an address says nothing of a delivery',
    async run({ endpoint, client, pool }) {
      const place = await pool({ mfa: 'OFF', create: { AutoVerifiedAttributes: [] } });
      const Username = `new-${Math.floor(endpoint.now())}-${client.name.length}`;
      const UserAttributes = [{ Name: 'email', Value: `${Username}@test.com` }];
      const signedUp = await client.call('SignUp', {
        ClientId: place.clientId,
        Username,
        UserAttributes,
        Password: PASSWORD,
      });
      assert.deepEqual(
        Object.keys(signedUp).filter((name) => name === 'CodeDeliveryDetails'),
        [],
      );
      const named = { UserPoolId: place.poolId, Username };
      assert.deepEqual(await client.call('AdminConfirmSignUp', named), {});
      const { UserStatus } = await client.call('AdminGetUser', named);
      assert.equal(UserStatus, 'CONFIRMED');
    },
  },
  {
    name: '7.35: a forgotten password gets a code that is no second factor, and MFA is asked for after it too',
    async run({ endpoint, client, pool }) {
      const place = await pool(ON_SMS);
      const user = await place.addUser();
      const named = { ClientId: place.clientId, Username: user.username };
      const { CodeDeliveryDetails } = await client.call('ForgotPassword', named);
      // Not by SMS, which is the second factor here.
      assert.deepEqual(CodeDeliveryDetails, {
        Destination: 'u***@e***',
        DeliveryMedium: 'EMAIL',
        AttributeName: 'email',
      });
      const ConfirmationCode = await mailedCode(endpoint, user.email);
      await client.call('ConfirmForgotPassword', { ...named, ConfirmationCode, Password: PASSWORD });
      const asked = await initiate(client, place, { ...user, password: PASSWORD });
      assert.equal(asked.ChallengeName, 'SMS_MFA');
      const USERNAME = user.username;
      const wrong = respond(client, place, asked, { USERNAME, SMS_MFA_CODE: ConfirmationCode });
      if (ConfirmationCode !== (await user.smsCode())) {
        await refused(wrong, 'CodeMismatchException', 'Invalid code or auth state for the user.');
      }
      tokensOf(await respond(client, place, asked, { USERNAME, SMS_MFA_CODE: await user.smsCode() }));
    },
  },
  {
    name: 'what an administrator resets is back after the code that the user got',
    async run({ endpoint, client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser();
      const Username = user.username;
      await client.call('AdminResetUserPassword', { UserPoolId: place.poolId, Username });
      const { UserStatus } = await client.call('AdminGetUser', { UserPoolId: place.poolId, Username });
      assert.equal(UserStatus, 'RESET_REQUIRED');
      await refused(initiate(client, place, user), 'PasswordResetRequiredException', /Password reset required/);
      const ConfirmationCode = await mailedCode(endpoint, user.email);
      const named = { ClientId: place.clientId, Username };
      await client.call('ConfirmForgotPassword', { ...named, ConfirmationCode, Password: PASSWORD });
      tokensOf(await initiate(client, place, { ...user, password: PASSWORD }));
    },
  },
  {
    name: 'a password is changed by whoever knows it',
    async run({ admin, client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser();
      const AccessToken = await accessTokenOf(admin, place, user);
      const change = (PreviousPassword: string, ProposedPassword: string) =>
        client.call('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword });
      const WRONG = 'Incorrect username or password.';
      await refused(change('Wrong-1-password', PASSWORD), 'NotAuthorizedException', WRONG);
      await refused(change(user.password, 'short'), 'InvalidPasswordException', /Password did not conform with policy/);
      assert.deepEqual(await change(user.password, PASSWORD), {});
      await refused(initiate(client, place, user), 'NotAuthorizedException', WRONG);
      tokensOf(await initiate(client, place, { ...user, password: PASSWORD }));
    },
  },
  {
    name: 'the new password may be the temporary one',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser({ temporary: true });
      const asked = await initiate(client, place, user);
      assert.equal(asked.ChallengeName, 'NEW_PASSWORD_REQUIRED');
      const { requiredAttributes = '', userAttributes = '' } = asked.ChallengeParameters ?? {};
      assert.deepEqual(JSON.parse(requiredAttributes), []);
      assert.equal((JSON.parse(userAttributes) as Record<string, string>)['email'], user.email);
      const responses = { USERNAME: user.username, NEW_PASSWORD: user.password };
      tokensOf(await respond(client, place, asked, responses));
      tokensOf(await initiate(client, place, user));
    },
  },
  {
    name: 'a changed number is in force at once and not verified, until the code that went to it is typed',
    async run({ endpoint, admin, client, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      const user = await place.addUser({ phoneVerified: true });
      const AccessToken = await accessTokenOf(admin, place, user);
      const phoneNumber = `+1650${user.phoneNumber.slice(-7)}`;
      const { CodeDeliveryDetailsList } = await client.call('UpdateUserAttributes', {
        AccessToken,
        UserAttributes: [{ Name: 'phone_number', Value: phoneNumber }],
      });
      assert.deepEqual(CodeDeliveryDetailsList, [
        { Destination: `+*******${phoneNumber.slice(-4)}`, DeliveryMedium: 'SMS', AttributeName: 'phone_number' },
      ]);
      const number = async () => {
        const { UserAttributes } = await client.call('GetUser', { AccessToken });
        const attributes = UserAttributes as readonly { readonly Name: string; readonly Value: string }[];
        return ['phone_number', 'phone_number_verified'].map(
          (name) => attributes.find(({ Name }) => Name === name)?.Value,
        );
      };
      assert.deepEqual(await number(), [phoneNumber, 'false']);
      const code = /\b[0-9]{6}\b/.exec((await endpoint.texts(phoneNumber)).at(-1)?.text ?? '')?.[0] ?? '';
      const verify = (Code: string) =>
        client.call('VerifyUserAttribute', { AccessToken, AttributeName: 'phone_number', Code });
      const WRONG = 'Invalid verification code provided, please try again.';
      await refused(verify(code === '123456' ? '654321' : '123456'), 'CodeMismatchException', WRONG);
      assert.deepEqual(await verify(code), {});
      assert.deepEqual(await number(), [phoneNumber, 'true']);
      await refused(verify(code), 'ExpiredCodeException', 'Invalid code provided, please request a code again.');
    },
  },
  {
    name: 'only a number and an address can be verified',
    async run({ admin, client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const AccessToken = await accessTokenOf(admin, place, await place.addUser());
      await refused(
        client.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'name' }),
        'InvalidParameterException',
        'Invalid attribute name. Only phone_number and email can be verified.',
      );
    },
  },
  {
    name: 'a user is disabled, enabled, listed and deleted',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser();
      const named = { UserPoolId: place.poolId, Username: user.username };
      await client.call('AdminDisableUser', named);
      await refused(initiate(client, place, user), 'NotAuthorizedException', 'User is disabled.');
      await client.call('AdminEnableUser', named);
      const { AccessToken } = tokensOf(await initiate(client, place, user));
      const Filter = `username = "${user.username}"`;
      const { Users } = await client.call('ListUsers', { UserPoolId: place.poolId, Filter });
      assert.deepEqual(
        (Users as readonly { readonly Username: string }[]).map(({ Username }) => Username),
        [user.username],
      );
      await client.call('AdminDeleteUser', named);
      await refused(client.call('AdminGetUser', named), 'UserNotFoundException', 'User does not exist.');
      await refused(client.call('GetUser', { AccessToken }), 'NotAuthorizedException', /Access Token/);
    },
  },
];

async function mailedCode({ mails, keepSecret }: Bench['endpoint'], address: string): Promise<string> {
  const code = /\b[0-9]{6}\b/.exec((await mails(address)).at(-1)?.text ?? '')?.[0];
  if (code === undefined) throw new Error(`no mail with a code has arrived at ${address}`);
  await keepSecret(code);
  return code;
}
