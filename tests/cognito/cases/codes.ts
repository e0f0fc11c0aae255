import assert from 'node:assert/strict';
import { Authenticator } from '../authenticator.ts';
import type { Bench } from '../bench.ts';
import { refused } from '../checks.ts';
import type { CasePool, CaseUser } from '../pool.ts';
import { accessTokenOf, enrolBySetUp, enrolByToken, initiate, respond, tokensOf } from '../sign-in.ts';
import type { OperationsCase } from './case.ts';

const USED = 'Your software token has already been used once.';
const WRONG = 'Invalid code received for user';
const NOT_ENABLED = 'Code mismatch and fail enable Software Token MFA';
const ON_TOTP = { mfa: 'ON', factors: ['totp'] } as const;
const ON_SMS = { mfa: 'ON', factors: ['sms'] } as const;

/** Contract sections 1.4, 1.5 and 2.5: codes and how authenticators are set up. */
export const codeCases: readonly OperationsCase[] = [
  {
    name: '7.3: the code of VerifySoftwareToken is used up; the next one is taken with the same session',
    async run(bench) {
      const { client, place, user, Session, authenticator } = await associated(bench);
      await authenticator.atLeast(15_000);
      const used = await authenticator.freshCode();
      const { Status } = await client.call('VerifySoftwareToken', { Session, UserCode: used });
      assert.equal(Status, 'SUCCESS');
      const asked = await initiate(client, place, user);
      assert.equal(asked.ChallengeName, 'SOFTWARE_TOKEN_MFA');
      const answer = (code: string) =>
        respond(client, place, asked, { USERNAME: user.username, SOFTWARE_TOKEN_MFA_CODE: code });
      await refused(answer(used), 'ExpiredCodeException', USED);
      tokensOf(await answer(await authenticator.freshCode()));
    },
  },
  {
    name: '7.2: a verified token is asked for although MFA_SETUP was never answered',
    async run(bench) {
      const { client, place, user, Session, authenticator } = await associated(bench);
      const UserCode = await authenticator.freshCode();
      await client.call('VerifySoftwareToken', { Session, UserCode, FriendlyDeviceName: 'telephone' });
      const { ChallengeName, ChallengeParameters } = await initiate(client, place, user);
      assert.equal(ChallengeName, 'SOFTWARE_TOKEN_MFA');
      assert.equal(ChallengeParameters?.['FRIENDLY_DEVICE_NAME'], 'telephone');
    },
  },
  {
    name: '7.14: an answer for a token that is gone by now',
    deletesToken: true,
    async run({ endpoint, admin, client, pool }) {
      const place = await pool(ON_TOTP);
      const user = await place.addUser({ phone: false });
      await enrolBySetUp(admin, endpoint, place, user);
      const asked = await initiate(client, place, user);
      await client.call('AdminDeleteSoftwareToken', { UserPoolId: place.poolId, Username: user.username });
      await refused(
        respond(client, place, asked, { USERNAME: user.username, SOFTWARE_TOKEN_MFA_CODE: '123456' }),
        'SoftwareTokenMFANotFoundException',
        'Software Token MFA does not exist for the user.',
      );
    },
  },
  {
    name: '7.15: with an access token neither answer of a set-up has a session; the seed is one that every app takes',
    async run({ admin, client, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      const user = await place.addUser();
      const AccessToken = await accessTokenOf(admin, place, user);
      const { SecretCode, ...rest } = await client.call('AssociateSoftwareToken', { AccessToken });
      assert.deepEqual(rest, {});
      // Whole octets, and 160 bits at least.
      assert.match(String(SecretCode), /^(?:[A-Z2-7]{8}){4,}$/);
      const UserCode = await user.person().setUpCode(String(SecretCode));
      assert.deepEqual(await client.call('VerifySoftwareToken', { AccessToken, UserCode }), { Status: 'SUCCESS' });
    },
  },
  {
    name: '7.4: with an access token too, a wrong first code leaves the right one good',
    async run({ endpoint, admin, client, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      const AccessToken = await accessTokenOf(admin, place, await place.addUser());
      const { SecretCode } = await client.call('AssociateSoftwareToken', { AccessToken });
      const authenticator = new Authenticator(endpoint, String(SecretCode));
      const verify = (UserCode: string) => client.call('VerifySoftwareToken', { AccessToken, UserCode });
      await refused(verify(authenticator.wrongCode()), 'EnableSoftwareTokenMFAException', NOT_ENABLED);
      assert.deepEqual(await verify(await authenticator.freshCode()), { Status: 'SUCCESS' });
    },
  },
  {
    name: '7.24: a new seed is verified by its own code and not by that of the old device, which signs in until then',
    async run({ endpoint, admin, client, pool }) {
      const place = await pool(ON_TOTP);
      const user = await place.addUser({ phone: false });
      const { AccessToken } = tokensOf(await enrolBySetUp(admin, endpoint, place, user));
      const { SecretCode } = await client.call('AssociateSoftwareToken', { AccessToken });
      const old = user.authenticator;
      const verify = async (device: Authenticator | undefined) =>
        client.call('VerifySoftwareToken', { AccessToken, UserCode: (await device?.freshCode()) ?? '' });
      await refused(verify(old), 'EnableSoftwareTokenMFAException', NOT_ENABLED);
      await accessTokenOf(client, place, user);
      const replacement = new Authenticator(endpoint, String(SecretCode));
      await verify(replacement);
      const asked = await initiate(client, place, user);
      const answer = async (device: Authenticator | undefined) =>
        respond(client, place, asked, {
          USERNAME: user.username,
          SOFTWARE_TOKEN_MFA_CODE: (await device?.freshCode()) ?? '',
        });
      await refused(answer(old), 'CodeMismatchException', WRONG);
      tokensOf(await answer(replacement));
    },
  },
  {
    name: '7.26: the codes of one step before and one after are taken once, those of two are not',
    async run({ endpoint, admin, client, pool }) {
      const place = await pool(ON_TOTP);
      const user = await place.addUser({ phone: false });
      await enrolBySetUp(admin, endpoint, place, user);
      const { authenticator } = user;
      assert(authenticator !== undefined);
      // The set-up has used one up.
      await authenticator.unusedSince(1);
      const answer = async (code: string) =>
        respond(client, place, await initiate(client, place, user), {
          USERNAME: user.username,
          SOFTWARE_TOKEN_MFA_CODE: code,
        });
      const codes = [-2, -1, 0, 1, 2].map((steps) => authenticator.code(steps));
      const [before = '', ...window] = codes;
      const after = window.pop() ?? '';
      await refused(answer(before), 'CodeMismatchException', WRONG);
      await refused(answer(after), 'CodeMismatchException', WRONG);
      for (const code of window) {
        tokensOf(await answer(code));
        await refused(answer(code), 'ExpiredCodeException', USED);
      }
    },
  },
  {
    name: 'the name of a device is in its challenge, after a choice too; without a name there is none',
    async run({ endpoint, admin, client, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      for (const named of [{}, { FriendlyDeviceName: 'téléphone' }]) {
        const user = await place.addUser();
        const AccessToken = await accessTokenOf(admin, place, user);
        await enrolByToken(admin, endpoint, user, AccessToken, named);
        const both = { SMSMfaSettings: { Enabled: true }, SoftwareTokenMfaSettings: { Enabled: true } };
        await client.call('SetUserMFAPreference', { AccessToken, ...both });
        const asked = await initiate(client, place, user);
        const ANSWER = { USERNAME: user.username, ANSWER: 'SOFTWARE_TOKEN_MFA' };
        const { ChallengeName, ChallengeParameters } = await respond(client, place, asked, ANSWER);
        assert.equal(ChallengeName, 'SOFTWARE_TOKEN_MFA');
        assert.equal(ChallengeParameters?.['FRIENDLY_DEVICE_NAME'], named.FriendlyDeviceName);
      }
    },
  },
  {
    name: 'a code that comes along with the answer to MFA_SETUP is not looked at and not used up',
    async run(bench) {
      const { client, place, user, Session, authenticator } = await associated(bench);
      const USERNAME = user.username;
      await authenticator.atLeast(15_000);
      const verified = await client.call('VerifySoftwareToken', { Session, UserCode: await authenticator.freshCode() });
      const setUp = { ChallengeName: 'MFA_SETUP', Session: String(verified['Session']) };
      const SOFTWARE_TOKEN_MFA_CODE = await authenticator.freshCode();
      tokensOf(await respond(client, place, setUp, { USERNAME, SOFTWARE_TOKEN_MFA_CODE }));
      const asked = await initiate(client, place, user);
      tokensOf(await respond(client, place, asked, { USERNAME, SOFTWARE_TOKEN_MFA_CODE }));
    },
  },
  {
    name: '7.22: a number that was not verified gets the code, and is verified by it',
    async run({ client, pool }) {
      const place = await pool(ON_SMS);
      const user = await place.addUser({ phoneVerified: false });
      const named = { UserPoolId: place.poolId, Username: user.username };
      const verified = async () => {
        const { UserAttributes } = await client.call('AdminGetUser', named);
        const attributes = UserAttributes as readonly { readonly Name: string; readonly Value: string }[];
        return attributes.find(({ Name }) => Name === 'phone_number_verified')?.Value;
      };
      const asked = await initiate(client, place, user);
      assert.equal(await verified(), 'false');
      const SMS_MFA_CODE = await user.smsCode();
      await respond(client, place, asked, { USERNAME: user.username, SMS_MFA_CODE });
      assert.equal(await verified(), 'true');
    },
  },
  {
    name: '7.38: a text that nobody pays for is not sent, and the answer does not tell',
    async run({ endpoint, client, ownPool }) {
      const place = await ownPool({ ...ON_SMS, attributes: { 'lifeguard.smsMonthlyLimit': '0.00' } });
      const user = await place.addUser();
      const { ChallengeName, ChallengeParameters } = await initiate(client, place, user);
      assert.equal(ChallengeName, 'SMS_MFA');
      assert.equal(ChallengeParameters?.['CODE_DELIVERY_DESTINATION'], `+*******${user.phoneNumber.slice(-4)}`);
      assert.deepEqual(await endpoint.texts(user.phoneNumber), []);
    },
  },
];

/** A user in the middle of a set-up by MFA_SETUP: with a seed that waits for its first code. */
async function associated({ endpoint, client, pool }: Bench) {
  const place: CasePool = await pool(ON_TOTP);
  const user: CaseUser = await place.addUser({ phone: false });
  const asked = await initiate(client, place, user);
  const { SecretCode, Session } = await client.call('AssociateSoftwareToken', { Session: asked.Session });
  assert.notEqual(Session, asked.Session);
  return { client, place, user, Session, authenticator: new Authenticator(endpoint, String(SecretCode)) };
}
