import assert from 'node:assert/strict';
import type { Bench } from '../bench.ts';
import { refused } from '../checks.ts';
import type { SignInClient } from '../clients/sign-in-client.ts';
import type { CaseUser, PoolOptions, UserOptions } from '../pool.ts';
import { accessTokenOf, enrolBySetUp, enrolByToken } from '../sign-in.ts';
import type { SignInCase } from './case.ts';

const ON_TOTP: PoolOptions = { mfa: 'ON', factors: ['totp'] };
const ON_SMS: PoolOptions = { mfa: 'ON', factors: ['sms'] };

/** What people do: each of these is done with every client with which people sign in. */
export const peopleCases: readonly SignInCase[] = [
  {
    name: 'a pool without MFA gives tokens after the password, and new ones by the refresh token',
    async run(bench, client) {
      const { signIn } = await newcomer(bench, client, { mfa: 'OFF' });
      const { asked, accessToken, idToken } = await signIn();
      assert.deepEqual(asked, []);
      assert.notEqual(accessToken, idToken);
      const refreshed = await client.refresh();
      assert.equal(refreshed.split('.').length, 3);
      assert.notEqual(refreshed, accessToken);
      await client.signOut();
    },
  },
  {
    name: 'a wrong password is refused, and nothing is asked for or sent',
    isAboutPassword: true,
    async run(bench, client) {
      const { user, signIn } = await newcomer(bench, client, ON_SMS);
      const call = signIn({ password: 'Wrong-1-password' });
      await refused(call, 'NotAuthorizedException', 'Incorrect username or password.');
      assert.deepEqual(await bench.endpoint.texts(user.phoneNumber), []);
    },
  },
  {
    name: '7.1: a temporary password, a new one, MFA_SETUP, tokens; the next sign-in asks for the software token',
    isAboutPassword: true,
    async run(bench, client) {
      const { user, signIn } = await newcomer(bench, client, ON_TOTP, { phone: false, temporary: true });
      const newPassword = `New-${user.password}`;
      const first = await signIn({ newPassword, deviceName: 'telephone' });
      assert.deepEqual(first.asked, ['NEW_PASSWORD_REQUIRED', 'MFA_SETUP']);
      assert.equal(first.accessToken.split('.').length, 3);
      await client.signOut();
      assert.deepEqual((await signIn({ password: newPassword })).asked, ['SOFTWARE_TOKEN_MFA']);
      await client.signOut();
    },
  },
  {
    name: '7.4: a wrong first code of a set-up is refused, and the right one is taken with the same session',
    async run(bench, client) {
      const { signIn } = await newcomer(bench, client, ON_TOTP, { phone: false });
      const { asked, refused: refusals } = await signIn({ wrongCode: '000000' });
      assert.deepEqual(asked, ['MFA_SETUP']);
      const refusal = 'EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA';
      assert.deepEqual(refusals, [refusal]);
      await client.signOut();
    },
  },
  {
    name: '7.7: by SMS: a wrong code is refused, and the right one is taken with the same session',
    async run(bench, client) {
      const { user, signIn } = await newcomer(bench, client, ON_SMS);
      const { asked, refused: refusals, destination } = await signIn({ wrongCode: 'abcdef' });
      assert.deepEqual(asked, ['SMS_MFA']);
      assert.equal(destination, `+*******${user.phoneNumber.slice(-4)}`);
      assert.deepEqual(refusals, ['CodeMismatchException: Invalid code or auth state for the user.']);
      assert.equal((await bench.endpoint.texts(user.phoneNumber)).length, 1);
      await client.signOut();
    },
  },
  {
    name: 'by software token: a wrong code is refused, and the right one is taken with the same session',
    async run(bench, client) {
      const { pool, user, signIn } = await newcomer(bench, client, ON_TOTP, { phone: false });
      await enrolBySetUp(bench.admin, bench.endpoint, pool, user);
      const { asked, refused: refusals } = await signIn({ wrongCode: user.authenticator?.wrongCode() ?? '' });
      assert.deepEqual(asked, ['SOFTWARE_TOKEN_MFA']);
      assert.deepEqual(refusals, ['CodeMismatchException: Invalid code received for user']);
      await client.signOut();
    },
  },
  {
    name: '7.9: with two factors and no preference there is a choice; with a preference there is none',
    async run(bench, client) {
      const { pool, user, signIn } = await newcomer(bench, client, { mfa: 'OPTIONAL' });
      await enrolByToken(bench.admin, bench.endpoint, user, await accessTokenOf(bench.admin, pool, user));
      await bench.admin.call('AdminSetUserMFAPreference', {
        UserPoolId: pool.poolId,
        Username: user.username,
        SMSMfaSettings: { Enabled: true },
        SoftwareTokenMfaSettings: { Enabled: true },
      });
      for (const choice of ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] as const) {
        const { asked, choices } = await signIn({ choice });
        assert.deepEqual(asked, ['SELECT_MFA_TYPE', choice]);
        assert.deepEqual(choices?.toSorted(), ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']);
        if (choice === 'SMS_MFA') await client.setPreference({ SMS_MFA: 'preferred' });
        await client.signOut();
      }
      assert.deepEqual((await signIn()).asked, ['SMS_MFA']);
      await client.signOut();
    },
  },
  {
    name: '7.25: by access token: an authenticator is enrolled, and is asked for once it is preferred and not before',
    async run(bench, client) {
      const { user, signIn } = await newcomer(bench, client, { mfa: 'OPTIONAL' });
      assert.deepEqual((await signIn()).asked, []);
      await client.enrol(user.person({ deviceName: 'telephone' }));
      assert.deepEqual(await client.preference(), {});
      await client.signOut();
      assert.deepEqual((await signIn()).asked, []);
      await client.setPreference({ SOFTWARE_TOKEN_MFA: 'preferred' });
      const preferred = { preferred: 'SOFTWARE_TOKEN_MFA', enabled: ['SOFTWARE_TOKEN_MFA'] };
      assert.deepEqual(await client.preference(), preferred);
      await client.signOut();
      assert.deepEqual((await signIn()).asked, ['SOFTWARE_TOKEN_MFA']);
      await client.setPreference({ SOFTWARE_TOKEN_MFA: 'off' });
      assert.deepEqual(await client.preference(), {});
      await client.signOut();
      assert.deepEqual((await signIn()).asked, []);
      await client.signOut();
    },
  },
  {
    name: '7.31: ON with both factors and a number: SMS at once, never a set-up',
    async run(bench, client) {
      const { signIn } = await newcomer(bench, client, { mfa: 'ON' });
      assert.deepEqual((await signIn()).asked, ['SMS_MFA']);
      await client.signOut();
    },
  },
  {
    name: '7.8, 7.33: ON with SMS alone and no number: no way in, until an administrator enters a number',
    async run(bench, client) {
      const { pool, user, signIn } = await newcomer(bench, client, ON_SMS, { phone: false });
      await refused(signIn(), 'MFAMethodNotFoundException', 'No MFA mechanism registerd in the account.');
      await bench.admin.call('AdminUpdateUserAttributes', {
        UserPoolId: pool.poolId,
        Username: user.username,
        UserAttributes: [{ Name: 'phone_number', Value: user.phoneNumber }],
      });
      assert.deepEqual((await signIn()).asked, ['SMS_MFA']);
      await client.signOut();
    },
  },
  {
    name: 'an administrator deletes the software token of a lost device: the next sign-in sets up another',
    async run(bench, client) {
      const { pool, user, signIn } = await newcomer(bench, client, ON_TOTP, { phone: false });
      await enrolBySetUp(bench.admin, bench.endpoint, pool, user);
      const named = { UserPoolId: pool.poolId, Username: user.username };
      await bench.admin.call('AdminDeleteSoftwareToken', named);
      assert.deepEqual((await signIn()).asked, ['MFA_SETUP']);
      await client.signOut();
    },
  },
  {
    name: 'an administrator resets the password: no factor is asked for before there is a new one',
    async run(bench, client) {
      const { pool, user, signIn } = await newcomer(bench, client, ON_SMS);
      const named = { UserPoolId: pool.poolId, Username: user.username };
      await bench.admin.call('AdminResetUserPassword', named);
      const before = (await bench.endpoint.texts(user.phoneNumber)).length;
      // Amplify makes a step of it, where the others throw.
      await assert.rejects(signIn(), /Password reset required|RESET_PASSWORD/);
      assert.equal((await bench.endpoint.texts(user.phoneNumber)).length, before);
    },
  },
];

/** A new user in a pool, with the client at hand. */
async function newcomer(bench: Bench, client: SignInClient, options: PoolOptions, userOptions?: UserOptions) {
  const pool = await bench.pool(options);
  const user = await pool.addUser(userOptions);
  const place = { endpoint: bench.endpoint, poolId: pool.poolId, clientId: pool.clientId };
  const signIn = (changes?: Parameters<CaseUser['person']>[0]) => client.signIn(place, user.person(changes));
  return { pool, user, signIn };
}
