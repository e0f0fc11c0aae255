import { expect, test } from '@playwright/test';
import { appOf, authenticatorApp, encodeBase32 } from '../support/authenticator-app.ts';
import { rememberSecret } from '../support/evidence.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

async function requireActions(bed: TestBed, { id }: TestUser, actions: string[]): Promise<void> {
  const user = await bed.pool.client.users.findOne({ id });
  await bed.pool.client.users.update({ id }, { ...user, requiredActions: actions });
}

async function requiredActions(bed: TestBed, { id }: TestUser): Promise<readonly string[]> {
  return (await bed.pool.client.users.findOne({ id }))?.requiredActions ?? [];
}

/** Answers the enrolment page that is shown. */
async function enrol(browser: PlainBrowser): Promise<string> {
  const secret = /name="totpSecret" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
  await rememberSecret(secret);
  const app = await authenticatorApp(encodeBase32(Buffer.from(secret)));
  return browser.submit({ totp: await app.code(), totpSecret: secret, userLabel: 'phone' });
}

const PROFILE = { email: 'ann@example.org', firstName: 'Ann', lastName: 'Example' };

test("the set-up that a Required pool demands replaces none of the user's other required actions", async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  await requireActions(bed, user, ['UPDATE_PASSWORD', 'UPDATE_PROFILE']);
  const browser = new PlainBrowser(bed);
  const seen: string[] = [];
  let page: string = await browser.signIn(user);
  while (page !== 'signed-in' && seen.length < 10) {
    if (page === 'enrolment') {
      seen.push('enrolment');
      page = await enrol(browser);
    } else if (browser.html.includes('name="password-new"')) {
      seen.push('password');
      const password = `new-${user.password}`;
      page = await browser.submit({ 'password-new': password, 'password-confirm': password });
    } else {
      seen.push('profile');
      page = await browser.submit(PROFILE);
    }
  }
  // The order that Keycloak gives to the required actions of a realm.
  expect(seen).toEqual(['profile', 'enrolment', 'password']);
  expect(await requiredActions(bed, user)).toEqual([]);
});

test('required actions of the user come after the factor, and stay when the factor was not passed', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await requireActions(bed, user, ['UPDATE_PASSWORD', 'UPDATE_PROFILE']);
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  await browser.submit({ code: '000000' });
  expect((await requiredActions(bed, user)).toSorted()).toEqual(['UPDATE_PASSWORD', 'UPDATE_PROFILE']);
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).not.toBe('signed-in');
  expect(browser.kind).not.toBe('sms-code');
});

test('a set-up that an administrator has asked for already is done once', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  await requireActions(bed, user, ['CONFIGURE_TOTP']);
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('enrolment');
  expect(await enrol(browser)).toBe('signed-in');
  const devices = await bed.pool.client.users.getCredentials({ id: user.id });
  expect(devices.filter(({ type }) => type === 'otp')).toHaveLength(1);
});

test('an action that wants a fresh sign-in asks for password and factor again and then goes on to the action', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  await bed.pool.client.authenticationManagement.updateRequiredAction(
    { alias: 'UPDATE_PASSWORD' },
    {
      alias: 'UPDATE_PASSWORD',
      providerId: 'UPDATE_PASSWORD',
      name: 'Update Password',
      enabled: true,
      config: { max_auth_age: '0' },
    },
  );
  const app = await appOf(await giveAuthenticator(bed, user));
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('software-token');
  expect(await browser.submit({ otp: await app.code() })).toBe('signed-in');

  await expect.poll(() => browser.open({ kc_action: 'UPDATE_PASSWORD' })).toBe('password');
  expect(await browser.submit({ password: user.password })).toBe('software-token');
  await browser.submit({ otp: await app.code(1) });
  expect(browser.html).toContain('name="password-new"');
});

test('a sign-in that has timed out says so and starts again, and does not call the code wrong', async () => {
  await using bed = await createTestBed({ realm: { accessCodeLifespanLogin: 2, accessCodeLifespanUserAction: 2 } });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  const code = await bed.lastCode(user.phoneNumber);
  // Each request keeps the sign-in alive for another two seconds.
  await expect.poll(() => browser.submit({ code: '' }), { intervals: [3_000] }).not.toBe('sms-code');
  expect(browser.html).not.toContain('That code is not right.');
  expect(browser.html).toMatch(/timed? ?out|took too long|expired/i);
  await bed.pool.client.realms.update({ realm: bed.realm }, { accessCodeLifespanLogin: 600 });
  const again = new PlainBrowser(bed);
  expect(await again.signIn(user)).toBe('sms-code');
  expect(await again.submit({ code })).toBe('signed-in');
});
