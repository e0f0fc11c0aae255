import { expect, test } from '@playwright/test';
import { enrolAuthenticator } from '../support/enrol.ts';
import { provideLdapUsers } from '../support/ldap-users.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

/** The page after the password, with a browser that has not been here before. */
async function signIn(bed: TestBed, user: TestUser): Promise<PlainBrowser> {
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  return browser;
}

for (const imported of [true, false]) {
  test.describe(`users of a read-only directory, ${imported ? 'copied by Keycloak' : 'read every time'}`, () => {
    test("enrol an authenticator on Keycloak's page and are asked for it afterwards", async () => {
      await using bed = await createTestBed();
      await using users = await provideLdapUsers({ bed, imported });
      const app = await enrolAuthenticator(bed, users.withoutPhone);
      const browser = await signIn(bed, users.withoutPhone);
      expect(browser.kind).toBe('software-token');
      expect(await browser.submit({ otp: await app.wrongCode() })).toBe('software-token');
      expect(await browser.submit({ otp: await app.code(1) })).toBe('signed-in');
      expect((await browser.tokens())['access_token']).toBeTruthy();
      expect(users.directory.refusedWrites()).toBe(0);
    });

    test('sign in with a text to the number of the directory, again and again', async () => {
      await using bed = await createTestBed();
      await using users = await provideLdapUsers({ bed, imported });
      for (let time = 0; time < 2; time += 1) {
        const browser = await signIn(bed, users.withPhone);
        expect(browser.kind).toBe('sms-code');
        const code = await bed.lastCode(users.withPhone.phoneNumber);
        expect(await browser.submit({ code })).toBe('signed-in');
        expect((await browser.tokens())['access_token']).toBeTruthy();
      }
      expect(await bed.texts(users.withPhone.phoneNumber)).toHaveLength(2);
      expect(users.directory.refusedWrites()).toBe(0);
    });

    for (const permanentLockout of [false, true]) {
      test(`are locked by wrong codes ${permanentLockout ? 'for good' : 'for a time'}: neither a check nor a text`, async () => {
        await using bed = await createTestBed({ bruteForceProtected: true });
        await bed.pool.client.realms.update(
          { realm: bed.realm },
          { failureFactor: 2, waitIncrementSeconds: 300, permanentLockout },
        );
        await using users = await provideLdapUsers({ bed, imported });
        const user = users.withPhone;
        const browser = await signIn(bed, user);
        const code = await bed.lastCode(user.phoneNumber);
        const [first = '', second = ''] = wrongCodes(code, 2);
        expect(await browser.submit({ code: first })).toBe('sms-code');
        // While a failure is being counted, Keycloak takes the user for locked.
        await expect.poll(() => bed.failures(user)).toBe(1);
        expect(await browser.submit({ code: second })).toBe('sms-code');
        const locked = permanentLockout ? 'USER_DISABLED_BY_PERMANENT_LOCKOUT' : 'USER_DISABLED_BY_TEMPORARY_LOCKOUT';
        await expect.poll(() => bed.events(locked)).toHaveLength(1);

        expect(await browser.submit({ code })).toBe('error');
        expect((await signIn(bed, user)).kind).toBe('password');
        expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
        expect(users.directory.refusedWrites()).toBe(0);
      });
    }
  });
}
