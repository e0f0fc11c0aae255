import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { refused } from '../checks.ts';
import type { CasePool, CaseUser } from '../pool.ts';
import { enrolBySetUp, initiate, respond, tokensOf } from '../sign-in.ts';
import type { OperationsCase } from './case.ts';

const WITH_ALIAS = { create: { AliasAttributes: ['email', 'phone_number'] } } as const;
const ON_SMS = { mfa: 'ON', factors: ['sms'] } as const;
const ON_TOTP = { mfa: 'ON', factors: ['totp'] } as const;

/** What clients of a pool may do, and by which names their users are known. */
export const clientCases: readonly OperationsCase[] = [
  {
    name: '7.27: a client with a secret: the hash is asked for, and is right over the name that was typed and the real one',
    async run({ endpoint, client, pool }) {
      const place = await pool({ ...ON_SMS, ...WITH_ALIAS, client: { GenerateSecret: true } });
      await endpoint.keepSecret(place.clientSecret);
      const user = await place.addUser();
      const { clientId } = place;
      const byEmail = { ...user, username: user.email };
      const NOT_RECEIVED = `Client ${clientId} is configured with secret but SECRET_HASH was not received`;
      const WRONG = `Unable to verify secret hash for client ${clientId}`;
      await refused(initiate(client, place, byEmail), 'NotAuthorizedException', NOT_RECEIVED);
      const wrong = { SECRET_HASH: hashOf(place, user.username) };
      await refused(initiate(client, place, byEmail, wrong), 'NotAuthorizedException', WRONG);
      for (const name of [user.email, user.username]) {
        const asked = await initiate(client, place, byEmail, { SECRET_HASH: hashOf(place, user.email) });
        const responses = { USERNAME: name, SMS_MFA_CODE: await user.smsCode() };
        await refused(respond(client, place, asked, responses), 'NotAuthorizedException', NOT_RECEIVED);
        const SECRET_HASH = hashOf(place, name);
        tokensOf(await respond(client, place, asked, { ...responses, SECRET_HASH }));
      }
    },
  },
  {
    name: '7.28: a challenge is answered under the alias, and under the name that the challenge has',
    async run({ client, pool }) {
      const place = await pool({ ...ON_SMS, ...WITH_ALIAS });
      const user = await place.addUser();
      for (const nameOf of [
        () => user.email,
        (asked: Awaited<ReturnType<typeof initiate>>) => asked.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? '',
      ]) {
        const asked = await initiate(client, place, { ...user, username: user.email });
        assert.equal(asked.ChallengeName, 'SMS_MFA');
        const responses = { USERNAME: nameOf(asked), SMS_MFA_CODE: await user.smsCode() };
        tokensOf(await respond(client, place, asked, responses));
      }
    },
  },
  {
    name: '7.34: devices are not tracked here: a DEVICE_KEY changes nothing',
    async run({ client, pool }) {
      const place = await pool(ON_SMS);
      const user = await place.addUser();
      const DEVICE_KEY = 'us-east-1_11111111-2222-3333-4444-555555555555';
      const asked = await initiate(client, place, user, { DEVICE_KEY });
      assert.equal(asked.ChallengeName, 'SMS_MFA');
      const responses = { USERNAME: user.username, SMS_MFA_CODE: await user.smsCode(), DEVICE_KEY };
      const { AuthenticationResult } = await respond(client, place, asked, responses);
      assert.equal(AuthenticationResult?.['NewDeviceMetadata'], undefined);
      assert.equal(AuthenticationResult?.['TokenType'], 'Bearer');
    },
  },
  {
    name: 'a flow that the client has not is refused; older names bring the flows that they brought',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser();
      const NOT_ENABLED = 'USER_PASSWORD_AUTH flow not enabled for this client';
      const plain = await place.addClient({ ExplicitAuthFlows: [] });
      await refused(initiate(client, plain, user), 'InvalidParameterException', NOT_ENABLED);
      const byAdmin = async ({ clientId: ClientId }: Pick<CasePool, 'clientId'>) =>
        client.call('AdminInitiateAuth', {
          UserPoolId: place.poolId,
          ClientId,
          AuthFlow: 'ADMIN_NO_SRP_AUTH',
          AuthParameters: { USERNAME: user.username, PASSWORD: user.password },
        });
      await refused(byAdmin(plain), 'InvalidParameterException', 'Auth flow not enabled for this client');
      const older = await place.addClient({ ExplicitAuthFlows: ['USER_PASSWORD_AUTH'] });
      const REFRESH_TOKEN = tokensOf(await initiate(client, older, user)).RefreshToken;
      const refreshed = await client.call('InitiateAuth', {
        ClientId: older.clientId,
        AuthFlow: 'REFRESH_TOKEN',
        AuthParameters: { REFRESH_TOKEN },
      });
      tokensOf(refreshed);
      const admins = await place.addClient({ ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] });
      tokensOf(await byAdmin(admins));
    },
  },
  {
    name: 'who there is can be hidden: an unknown name is refused as a wrong password is, and answers an SRP exchange',
    async run({ client, pool }) {
      const place = await pool(ON_SMS);
      const user = await place.addUser();
      const nobody = { username: `nobody-${user.username}`, password: user.password };
      const hiding = await place.addClient({ PreventUserExistenceErrors: 'ENABLED' });
      await refused(initiate(client, place, nobody), 'UserNotFoundException', 'User does not exist.');
      const WRONG = 'Incorrect username or password.';
      await refused(initiate(client, hiding, nobody), 'NotAuthorizedException', WRONG);
      const wrong = { ...user, password: 'Wrong-1-password' };
      await refused(initiate(client, hiding, wrong), 'NotAuthorizedException', WRONG);
      const exchange = async () => {
        const started = await client.call('InitiateAuth', {
          ClientId: hiding.clientId,
          AuthFlow: 'USER_SRP_AUTH',
          AuthParameters: { USERNAME: nobody.username, SRP_A: 'ab'.repeat(384) },
        });
        assert.equal(started['ChallengeName'], 'PASSWORD_VERIFIER');
        return started['ChallengeParameters'] as Readonly<Record<string, string>>;
      };
      const [one, two] = [await exchange(), await exchange()];
      assert.match(one['SALT'] ?? '', /^[0-9a-f]{16,}$/);
      assert.equal(one['SALT'], two['SALT']);
      assert.notEqual(one['SRP_B'], two['SRP_B']);
    },
  },
  {
    name: 'an administrator signs a user in, and answers the challenges',
    async run({ endpoint, admin, client, pool }) {
      const place = await pool(ON_TOTP);
      const user: CaseUser = await place.addUser({ phone: false });
      await enrolBySetUp(admin, endpoint, place, user);
      const ids = { UserPoolId: place.poolId, ClientId: place.clientId };
      const asked = await client.call('AdminInitiateAuth', {
        ...ids,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: user.username, PASSWORD: user.password },
      });
      assert.equal(asked['ChallengeName'], 'SOFTWARE_TOKEN_MFA');
      const SOFTWARE_TOKEN_MFA_CODE = (await user.authenticator?.freshCode()) ?? '';
      const answered = await client.call('AdminRespondToAuthChallenge', {
        ...ids,
        ChallengeName: asked['ChallengeName'],
        Session: asked['Session'],
        ChallengeResponses: { USERNAME: user.username, SOFTWARE_TOKEN_MFA_CODE },
      });
      tokensOf(answered);
    },
  },
  {
    name: 'a client is made, described, changed, listed and deleted',
    async run({ client, pool }) {
      const { poolId: UserPoolId } = await pool({ mfa: 'OFF' });
      const made = await client.call('CreateUserPoolClient', { UserPoolId, ClientName: 'one', GenerateSecret: true });
      const { ClientId, ClientSecret } = made['UserPoolClient'] as Readonly<Record<string, string>>;
      assert.match(ClientSecret ?? '', /^[\w+]{20,}$/);
      const describe = async () => {
        const { UserPoolClient } = await client.call('DescribeUserPoolClient', { UserPoolId, ClientId });
        return UserPoolClient as Readonly<Record<string, unknown>>;
      };
      assert.deepEqual([(await describe())['ClientName'], (await describe())['ClientSecret']], ['one', ClientSecret]);
      await client.call('UpdateUserPoolClient', { UserPoolId, ClientId, ClientName: 'two', AuthSessionValidity: 5 });
      assert.deepEqual([(await describe())['ClientName'], (await describe())['AuthSessionValidity']], ['two', 5]);
      const { UserPoolClients } = await client.call('ListUserPoolClients', { UserPoolId, MaxResults: 60 });
      const listed = UserPoolClients as readonly { readonly ClientId: string }[];
      assert(listed.some((one) => one.ClientId === ClientId));
      assert.deepEqual(await client.call('DeleteUserPoolClient', { UserPoolId, ClientId }), {});
      const UNKNOWN = `User pool client ${ClientId} does not exist.`;
      await refused(describe(), 'ResourceNotFoundException', UNKNOWN);
    },
  },
];

/** SECRET_HASH. */
function hashOf({ clientId, clientSecret }: CasePool, name: string): string {
  return createHmac('sha256', clientSecret).update(name).update(clientId).digest('base64');
}
