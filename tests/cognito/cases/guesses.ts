import assert from 'node:assert/strict';
import { refused } from '../checks.ts';
import { initiate, respond } from '../sign-in.ts';
import type { OperationsCase } from './case.ts';

const EXCEEDED = 'Password attempts exceeded';

/** Contract section 2.6: how often one may guess. */
export const guessCases: readonly OperationsCase[] = [
  {
    name: '7.30: keys that were not asked for are ignored, and guesses at a code come to an end',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'ON', factors: ['sms'] });
      const user = await place.addUser();
      const asked = await initiate(client, place, user);
      const answer = (SMS_MFA_CODE: string) =>
        respond(client, place, asked, {
          USERNAME: user.username,
          SMS_MFA_CODE,
          SOFTWARE_TOKEN_MFA_CODE: '123456',
          UNKNOWN: 'value',
        });
      const right = await user.smsCode();
      const wrong = right === '111111' ? '222222' : '111111';
      const refusals: string[] = [];
      while (refusals.length < 10 && refusals.at(-1) !== EXCEEDED) {
        await answer(wrong).catch((error: Error) => refusals.push(error.message));
      }
      assert(refusals.length >= 2 && refusals.length <= 6, refusals.join('\n'));
      assert.deepEqual(new Set(refusals), new Set(['Invalid code or auth state for the user.', EXCEEDED]));
      await refused(answer(right), 'NotAuthorizedException', EXCEEDED);
    },
  },
  {
    name: '7.41: after too many wrong passwords attempts are exceeded, whatever the password',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OFF' });
      const user = await place.addUser();
      const refusals: string[] = [];
      while (refusals.length < 20 && refusals.at(-1) !== EXCEEDED) {
        const call = initiate(client, place, { ...user, password: `Wrong-1-${refusals.length}` });
        await call.catch((error: Error) => refusals.push(error.message));
      }
      assert.deepEqual(new Set(refusals), new Set(['Incorrect username or password.', EXCEEDED]));
      await refused(initiate(client, place, user), 'NotAuthorizedException', EXCEEDED);
    },
  },
];
