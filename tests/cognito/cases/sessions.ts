import assert from 'node:assert/strict';
import { refused } from '../checks.ts';
import { movePoolClock } from '../endpoint.ts';
import { enrolBySetUp, initiate, respond, tokensOf } from '../sign-in.ts';
import type { OperationsCase } from './case.ts';

const ONCE = 'Invalid session for the user, session can only be used once.';
const EXPIRED = 'Invalid session for the user, session is expired.';
const INVALID = 'Invalid session for the user.';
const ON_SMS = { mfa: 'ON', factors: ['sms'] } as const;
const ON_TOTP = { mfa: 'ON', factors: ['totp'] } as const;

/** Contract section 2.4: what a Session is good for. */
export const sessionCases: readonly OperationsCase[] = [
  {
    name: '7.6: a session is good for one success',
    async run({ client, pool }) {
      const place = await pool(ON_SMS);
      const user = await place.addUser();
      const asked = await initiate(client, place, user);
      const responses = { USERNAME: user.username, SMS_MFA_CODE: await user.smsCode() };
      tokensOf(await respond(client, place, asked, responses));
      await refused(respond(client, place, asked, responses), 'NotAuthorizedException', ONCE);
    },
  },
  {
    name: '7.13: a session ends after three minutes, and after AuthSessionValidity where a client has it',
    async run({ endpoint, client, ownPool }) {
      const place = await ownPool(ON_SMS);
      const patient = await place.addClient({ AuthSessionValidity: 15 });
      const user = await place.addUser();
      for (const { clientId, seconds, refusal } of [
        { clientId: place.clientId, seconds: 170, refusal: undefined },
        { clientId: place.clientId, seconds: 185, refusal: EXPIRED },
        { clientId: patient.clientId, seconds: 890, refusal: undefined },
        { clientId: patient.clientId, seconds: 905, refusal: EXPIRED },
      ]) {
        await movePoolClock(endpoint, place.poolId, 0);
        const asked = await initiate(client, { clientId }, user);
        const responses = { USERNAME: user.username, SMS_MFA_CODE: await user.smsCode() };
        await movePoolClock(endpoint, place.poolId, seconds);
        const answer = respond(client, { clientId }, asked, responses);
        if (refusal === undefined) tokensOf(await answer);
        else await refused(answer, 'NotAuthorizedException', refusal);
      }
    },
  },
  {
    name: '7.16: without a session nothing is answered',
    async run({ client, pool }) {
      const place = await pool(ON_SMS);
      const user = await place.addUser();
      await initiate(client, place, user);
      const responses = { USERNAME: user.username, SMS_MFA_CODE: await user.smsCode() };
      const answer = respond(client, place, { ChallengeName: 'SMS_MFA' }, responses);
      await refused(answer, 'InvalidParameterException', 'Missing required parameter Session');
    },
  },
  {
    name: '7.17: the session of another challenge sets nothing up',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'ON' });
      const { ChallengeName, Session } = await initiate(client, place, await place.addUser());
      assert.equal(ChallengeName, 'SMS_MFA');
      await refused(client.call('AssociateSoftwareToken', { Session }), 'NotAuthorizedException', INVALID);
    },
  },
  {
    name: '7.18, 7.29: whoever begins again gets another code, and each code is good with its own session alone',
    async run({ endpoint, client, pool }) {
      const place = await pool(ON_SMS);
      const user = await place.addUser();
      const begin = async () => ({ asked: await initiate(client, place, user), code: await user.smsCode() });
      const first = await begin();
      const second = await begin();
      assert.equal((await endpoint.texts(user.phoneNumber)).length, 2);
      const answer = ({ asked }: typeof first, { code }: typeof first) =>
        respond(client, place, asked, { USERNAME: user.username, SMS_MFA_CODE: code });
      const WRONG = 'Invalid code or auth state for the user.';
      await refused(answer(second, first), 'CodeMismatchException', WRONG);
      await refused(answer(first, second), 'CodeMismatchException', WRONG);
      tokensOf(await answer(second, second));
      tokensOf(await answer(first, first));
    },
  },
  {
    name: '7.37: every challenge has a session that the CLI can send back, and a fresh one each time',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'ON' });
      const [phoneless, reachable] = [await place.addUser({ phone: false }), await place.addUser()];
      const asked = [];
      for (const user of [phoneless, reachable, reachable]) asked.push(await initiate(client, place, user));
      const names = asked.map(({ ChallengeName }) => ChallengeName);
      assert.deepEqual(names, ['MFA_SETUP', 'SMS_MFA', 'SMS_MFA']);
      const sessions = asked.map(({ Session = '' }) => Session);
      for (const { length } of sessions) assert(length >= 20 && length <= 2048, String(length));
      assert.equal(new Set(sessions).size, 3);
    },
  },
  {
    name: 'a session is bound to its user, its client and its challenge, and can not be made up or changed',
    async run({ client, pool }) {
      const place = await pool(ON_SMS);
      const [user, other] = [await place.addUser(), await place.addUser()];
      const otherClient = await place.addClient();
      const asked = await initiate(client, place, user);
      const { Session = '' } = asked;
      const responses = { USERNAME: user.username, SMS_MFA_CODE: await user.smsCode() };
      const changed = Session.slice(0, -10) + Array.from(Session.slice(-10)).toReversed().join('');
      const SOFTWARE_TOKEN_MFA_CODE = responses.SMS_MFA_CODE;
      for (const [where, session, answer] of [
        [place, asked, { ...responses, USERNAME: other.username }],
        [otherClient, asked, responses],
        [place, { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session }, { ...responses, SOFTWARE_TOKEN_MFA_CODE }],
        [place, { ChallengeName: 'SMS_MFA', Session: changed }, responses],
        [place, { ChallengeName: 'SMS_MFA', Session: 'x'.repeat(200) }, responses],
      ] as const) {
        await refused(respond(client, where, session, answer), 'NotAuthorizedException', INVALID);
      }
      tokensOf(await respond(client, place, asked, responses));
    },
  },
  {
    name: 'only the session of VerifySoftwareToken completes a set-up',
    async run({ endpoint, client, pool }) {
      const place = await pool(ON_TOTP);
      const user = await place.addUser({ phone: false });
      const asked = await initiate(client, place, user);
      const USERNAME = { USERNAME: user.username };
      const associated = await client.call('AssociateSoftwareToken', { Session: asked.Session });
      for (const Session of [asked.Session, associated['Session']]) {
        const call = respond(client, place, { ChallengeName: 'MFA_SETUP', Session: String(Session) }, USERNAME);
        await refused(call, 'NotAuthorizedException', INVALID);
      }
      const answer = await enrolBySetUp(client, endpoint, place, user);
      tokensOf(answer);
      assert.deepEqual(answer.ChallengeParameters, {});
    },
  },
  {
    name: 'a request that is repeated after a lost answer does no harm: the code of a set-up is taken twice with its session',
    async run({ client, pool }) {
      const place = await pool(ON_TOTP);
      const user = await place.addUser({ phone: false });
      const asked = await initiate(client, place, user);
      const { SecretCode, Session } = await client.call('AssociateSoftwareToken', { Session: asked.Session });
      const UserCode = await user.person().setUpCode(String(SecretCode));
      await client.call('VerifySoftwareToken', { Session, UserCode });
      const again = await client.call('VerifySoftwareToken', { Session, UserCode });
      const setUp = { ChallengeName: 'MFA_SETUP', Session: String(again['Session']) };
      tokensOf(await respond(client, place, setUp, { USERNAME: user.username }));
    },
  },
];
