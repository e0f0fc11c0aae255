import assert from 'node:assert/strict';
import type { Bench } from '../bench.ts';
import { refused } from '../checks.ts';
import type { Json } from '../clients/operations.ts';
import { accessTokenOf, enrolBySetUp, enrolByToken, initiate } from '../sign-in.ts';
import type { OperationsCase } from './case.ts';

const ENABLED = { Enabled: true, PreferredMfa: false };
const PREFERRED = { Enabled: true, PreferredMfa: true };
const DISABLED = { Enabled: false, PreferredMfa: false };
const NO_TOKEN = 'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA';
const NO_NUMBER = 'User does not have delivery config set to turn on SMS_MFA';

/** Contract sections 1.6 and 1.7: what SetUserMFAPreference and its like store, and what GetUser says of it. */
export const preferenceCases: readonly OperationsCase[] = [
  {
    name: '7.5: a software token that was not verified is not turned on, and nothing changes',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      const { username: Username } = await place.addUser();
      const named = { UserPoolId: place.poolId, Username };
      const blocks = { SoftwareTokenMfaSettings: PREFERRED, SMSMfaSettings: ENABLED };
      const call = client.call('AdminSetUserMFAPreference', { ...named, ...blocks });
      await refused(call, 'InvalidParameterException', NO_TOKEN);
      const { UserMFASettingList, PreferredMfaSetting } = await client.call('AdminGetUser', named);
      assert.deepEqual([UserMFASettingList, PreferredMfaSetting], [undefined, undefined]);
    },
  },
  {
    name: 'SMS without a number is not turned on',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      const { username: Username } = await place.addUser({ phone: false });
      const named = { UserPoolId: place.poolId, Username };
      const call = client.call('AdminSetUserMFAPreference', { ...named, SMSMfaSettings: ENABLED });
      await refused(call, 'InvalidParameterException', NO_NUMBER);
    },
  },
  {
    name: 'two preferred factors, and one that is preferred and off, are refused',
    async run(bench) {
      const { set, settings } = await enrolled(bench);
      for (const blocks of [
        { SMSMfaSettings: PREFERRED, SoftwareTokenMfaSettings: PREFERRED },
        { SMSMfaSettings: { Enabled: false, PreferredMfa: true } },
      ]) {
        await refused(set(blocks), 'InvalidParameterException', /\S/);
        assert.deepEqual(await settings(), [undefined, []]);
      }
    },
  },
  {
    name: 'a block that is absent leaves its factor as it is; one preference takes the place of the other',
    async run(bench) {
      const { set, settings } = await enrolled(bench);
      const both = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'];
      await set({ SMSMfaSettings: ENABLED, SoftwareTokenMfaSettings: PREFERRED });
      assert.deepEqual(await settings(), ['SOFTWARE_TOKEN_MFA', both]);
      await set({ SMSMfaSettings: PREFERRED });
      assert.deepEqual(await settings(), ['SMS_MFA', both]);
      await set({ SoftwareTokenMfaSettings: PREFERRED });
      await set({ SMSMfaSettings: DISABLED });
      assert.deepEqual(await settings(), ['SOFTWARE_TOKEN_MFA', ['SOFTWARE_TOKEN_MFA']]);
    },
  },
  {
    name: 'PreferredMfa false, given or not, ends the preference and leaves the factor on',
    async run(bench) {
      const { set, settings } = await enrolled(bench);
      for (const block of [ENABLED, { Enabled: true }]) {
        await set({ SoftwareTokenMfaSettings: PREFERRED });
        await set({ SoftwareTokenMfaSettings: block });
        assert.deepEqual(await settings(), [undefined, ['SOFTWARE_TOKEN_MFA']]);
      }
    },
  },
  {
    name: 'OPTIONAL: a factor that is on is asked for without a preference, and one that is off is not',
    async run(bench) {
      const { set, settings, challenge } = await enrolled(bench);
      await set({ SoftwareTokenMfaSettings: ENABLED });
      assert.equal(await challenge(), 'SOFTWARE_TOKEN_MFA');
      await set({ SoftwareTokenMfaSettings: DISABLED, SMSMfaSettings: ENABLED });
      assert.equal(await challenge(), 'SMS_MFA');
      await set({ SMSMfaSettings: DISABLED });
      assert.equal(await challenge(), undefined);
      assert.deepEqual(await settings(), [undefined, []]);
    },
  },
  {
    name: '7.19: turning off what was never set up is taken',
    async run({ client, admin, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      const AccessToken = await accessTokenOf(admin, place, await place.addUser({ phone: false }));
      const off = { SMSMfaSettings: DISABLED, SoftwareTokenMfaSettings: DISABLED };
      assert.deepEqual(await client.call('SetUserMFAPreference', { AccessToken, ...off }), {});
    },
  },
  {
    name: '7.20: a software token is preferred by a user without a number',
    async run({ endpoint, client, admin, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      const user = await place.addUser({ phone: false });
      const AccessToken = await accessTokenOf(admin, place, user);
      await enrolByToken(admin, endpoint, user, AccessToken);
      await client.call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: PREFERRED });
      assert.equal((await initiate(client, place, user)).ChallengeName, 'SOFTWARE_TOKEN_MFA');
    },
  },
  {
    name: '7.21: SMS is preferred in a pool of software tokens: GetUser says so, and the sign-in does not care',
    async run({ endpoint, client, admin, pool }) {
      const place = await pool({ mfa: 'ON', factors: ['totp'] });
      const user = await place.addUser({ phone: false });
      await enrolBySetUp(admin, endpoint, place, user);
      const named = { UserPoolId: place.poolId, Username: user.username };
      const UserAttributes = [{ Name: 'phone_number', Value: user.phoneNumber }];
      await client.call('AdminUpdateUserAttributes', { ...named, UserAttributes });
      await client.call('AdminSetUserMFAPreference', { ...named, SMSMfaSettings: PREFERRED });
      const { PreferredMfaSetting } = await client.call('AdminGetUser', named);
      assert.equal(PreferredMfaSetting, 'SMS_MFA');
      assert.equal((await initiate(client, place, user)).ChallengeName, 'SOFTWARE_TOKEN_MFA');
    },
  },
  {
    name: '7.23: ON: a factor that is turned off is asked for all the same, a token that was deleted is not',
    deletesToken: true,
    async run({ endpoint, client, admin, pool }) {
      const place = await pool({ mfa: 'ON', factors: ['totp'] });
      const user = await place.addUser({ phone: false });
      await enrolBySetUp(admin, endpoint, place, user);
      const named = { UserPoolId: place.poolId, Username: user.username };
      const set = (SoftwareTokenMfaSettings: Json) =>
        client.call('AdminSetUserMFAPreference', { ...named, SoftwareTokenMfaSettings });
      await set(PREFERRED);
      assert.deepEqual(await set(DISABLED), {});
      const { UserMFASettingList, PreferredMfaSetting } = await client.call('AdminGetUser', named);
      assert.deepEqual([UserMFASettingList, PreferredMfaSetting], [undefined, undefined]);
      assert.equal((await initiate(client, place, user)).ChallengeName, 'SOFTWARE_TOKEN_MFA');
      // The second time as after an answer that was lost.
      for (let time = 0; time < 2; time += 1)
        assert.deepEqual(await client.call('AdminDeleteSoftwareToken', named), {});
      assert.equal((await initiate(client, place, user)).ChallengeName, 'MFA_SETUP');
    },
  },
  {
    name: '7.36: OPTIONAL: an access token alone turns the factor off',
    async run(bench) {
      const { set, challenge } = await enrolled(bench);
      await set({ SoftwareTokenMfaSettings: PREFERRED });
      assert.equal(await challenge(), 'SOFTWARE_TOKEN_MFA');
      await set({ SoftwareTokenMfaSettings: DISABLED });
      assert.equal(await challenge(), undefined);
    },
  },
  {
    name: '7.42: SetUserSettings takes the phone number alone; an empty list turns SMS off',
    async run({ client, admin, pool }) {
      const place = await pool({ mfa: 'OPTIONAL' });
      const user = await place.addUser();
      const AccessToken = await accessTokenOf(admin, place, user);
      const set = (MFAOptions: readonly Json[]) => client.call('SetUserSettings', { AccessToken, MFAOptions });
      await refused(
        set([{ DeliveryMedium: 'EMAIL', AttributeName: 'email' }]),
        'InvalidParameterException',
        'Only phone_number attribute is currently supported as a MFA option.',
      );
      const sms = { DeliveryMedium: 'SMS', AttributeName: 'phone_number' };
      assert.deepEqual(await set([sms]), {});
      const { MFAOptions } = await client.call('GetUser', { AccessToken });
      assert.deepEqual(MFAOptions, [sms]);
      assert.equal((await initiate(client, place, user)).ChallengeName, 'SMS_MFA');
      await set([]);
      assert.equal((await initiate(client, place, user)).ChallengeName, undefined);
    },
  },
  {
    name: '7.32: no set-up names e-mail, which no pool here has as a factor',
    async run({ client, pool }) {
      const place = await pool({ mfa: 'ON' });
      const user = await place.addUser({ phone: false });
      const { ChallengeName, ChallengeParameters } = await initiate(client, place, user);
      assert.equal(ChallengeName, 'MFA_SETUP');
      const factors = JSON.parse(ChallengeParameters?.['MFAS_CAN_SETUP'] ?? '') as string[];
      assert.deepEqual(factors.toSorted(), ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']);
    },
  },
];

/** A user of an OPTIONAL pool with a number and a verified software token, of whom nothing is set yet. */
async function enrolled({ endpoint, admin, client, pool }: Bench) {
  const place = await pool({ mfa: 'OPTIONAL' });
  const user = await place.addUser();
  const AccessToken = await accessTokenOf(admin, place, user);
  await enrolByToken(admin, endpoint, user, AccessToken);
  return {
    set: (blocks: Json) => client.call('SetUserMFAPreference', { AccessToken, ...blocks }),
    async settings() {
      const { PreferredMfaSetting, UserMFASettingList } = await client.call('GetUser', { AccessToken });
      return [PreferredMfaSetting, ((UserMFASettingList ?? []) as string[]).toSorted()];
    },
    challenge: async () => (await initiate(client, place, user)).ChallengeName,
  };
}
