import assert from 'node:assert/strict';
import { refused } from '../checks.ts';
import type { Operations } from '../clients/operations.ts';
import { answerForZero, MODULUS_HEX, SrpProof } from '../clients/srp-proof.ts';
import type { CasePool, CaseUser } from '../pool.ts';
import { type Answer, respond, tokensOf } from '../sign-in.ts';
import type { OperationsCase } from './case.ts';

/** USER_SRP_AUTH as programs on a server do it; what browsers do is among what people do. */
export const srpCases: readonly OperationsCase[] = [
  {
    name: '7.2: PASSWORD_VERIFIER is answered without a session, and with one, which is then spent',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser();
      for (const withSession of [false, true]) {
        const { asked, responses } = await exchange(client, place, user);
        assert.equal(asked.ChallengeName, 'PASSWORD_VERIFIER');
        const { Session, ...sessionless } = asked;
        tokensOf(await respond(client, place, withSession ? asked : sessionless, responses));
        if (!withSession) continue;
        const ONCE = 'Invalid session for the user, session can only be used once.';
        assert.notEqual(Session, undefined);
        await refused(respond(client, place, asked, responses), 'NotAuthorizedException', ONCE);
      }
    },
  },
  {
    name: 'a proof of another password, another exchange or another user is a wrong password',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const [user, other] = [await place.addUser(), await place.addUser()];
      const wrong = await exchange(client, place, { ...user, password: 'Wrong-1-password' });
      const [right, later] = [await exchange(client, place, user), await exchange(client, place, user)];
      const foreign = await exchange(client, place, { ...other, password: user.password });
      for (const responses of [
        wrong.responses,
        { ...right.responses, PASSWORD_CLAIM_SECRET_BLOCK: later.responses['PASSWORD_CLAIM_SECRET_BLOCK'] ?? '' },
        { ...right.responses, PASSWORD_CLAIM_SIGNATURE: later.responses['PASSWORD_CLAIM_SIGNATURE'] ?? '' },
        { ...right.responses, TIMESTAMP: 'Mon Nov 9 07:05:03 UTC 2026' },
        { ...foreign.responses, USERNAME: user.username },
      ]) {
        const call = respond(client, place, { ChallengeName: 'PASSWORD_VERIFIER' }, responses);
        await refused(
          call,
          'NotAuthorizedException',
          /^(Incorrect username or password\.|Password attempts exceeded)$/,
        );
      }
    },
  },
  {
    name: 'a proof is good once, with or without a session',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const { asked, responses } = await exchange(client, place, await place.addUser());
      const { Session: _session, ...sessionless } = asked;
      tokensOf(await respond(client, place, sessionless, responses));
      for (const again of [sessionless, asked]) {
        const call = respond(client, place, again, responses);
        await refused(call, 'NotAuthorizedException', 'Incorrect username or password.');
      }
    },
  },
  {
    name: 'a public value of zero, with which everybody knows the key, leads nowhere',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser();
      for (const zero of ['0', '00', MODULUS_HEX]) {
        const call = client.call('InitiateAuth', {
          ClientId: place.clientId,
          AuthFlow: 'USER_SRP_AUTH',
          AuthParameters: { USERNAME: user.username, SRP_A: zero },
        });
        const answered = await call.then(
          (answer) => answer as Answer,
          (error: unknown) => error as Error,
        );
        if (answered instanceof Error) {
          assert.match(answered.message, /SRP_A/);
          continue;
        }
        // With A = 0 the shared secret is 0, whatever the password is.
        const responses = answerForZero(place, zero, answered.ChallengeParameters ?? {}, new Date());
        const proof = respond(client, place, { ChallengeName: 'PASSWORD_VERIFIER' }, responses);
        await refused(proof, 'NotAuthorizedException', 'Incorrect username or password.');
      }
    },
  },
];

async function exchange(client: Operations, place: CasePool, user: Pick<CaseUser, 'username' | 'password'>) {
  const srp = new SrpProof();
  const asked = (await client.call('InitiateAuth', {
    ClientId: place.clientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: user.username, SRP_A: srp.aHex },
  })) as Answer;
  const { poolId } = place;
  const { password } = user;
  return { asked, responses: srp.answer({ poolId, password }, asked.ChallengeParameters ?? {}, new Date()) };
}
