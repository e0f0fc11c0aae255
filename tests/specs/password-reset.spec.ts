import { expect, test } from '@playwright/test';
import { appOf, authenticatorApp } from '../support/authenticator-app.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const NEW_PASSWORD = 'another-pw-1';

async function letUsersReset(bed: TestBed, mailbox: Mailbox): Promise<void> {
  const smtpServer = { host: '127.0.0.1', port: String(mailbox.port), from: 'pool@example.org' };
  await bed.pool.client.realms.update({ realm: bed.realm }, { resetPasswordAllowed: true, smtpServer });
}

/** Asks for the mail and gives the link in it to the user, or to whoever reads the mail. */
async function askForLink(browser: PlainBrowser, mailbox: Mailbox, { username }: TestUser): Promise<string> {
  await browser.open();
  expect(await browser.follow('/login-actions/reset-credentials')).toBe('forgotten-password');
  await browser.submit({ username });
  return mailbox.link(`${username}@example.org`);
}

test('the link in the mail leads to the second factor, and only behind it to a new password and a session', async () => {
  await using mailbox = await openMailbox();
  await using bed = await createTestBed();
  await letUsersReset(bed, mailbox);
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  expect(await browser.visit(await askForLink(browser, mailbox, user))).toBe('sms-code');
  expect(await browser.reload()).toBe('sms-code');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('new-password');
  const fields = { 'password-new': NEW_PASSWORD, 'password-confirm': NEW_PASSWORD };
  expect(await browser.submit(fields)).toBe('signed-in');
  expect(await new PlainBrowser(bed).signIn({ ...user, password: NEW_PASSWORD })).toBe('sms-code');
});

test('whoever reads the mail, in another browser, can neither set a password nor an authenticator without the factor', async () => {
  await using mailbox = await openMailbox();
  await using bed = await createTestBed();
  await letUsersReset(bed, mailbox);
  const user = await bed.createUser({ phone: false });
  const secret = new URL(await giveAuthenticator(bed, user)).searchParams.get('secret') ?? '';
  const link = await askForLink(new PlainBrowser(bed), mailbox, user);

  const thief = new PlainBrowser(bed);
  expect(await thief.visit(link)).toBe('software-token');
  expect(await thief.submit({ otp: await (await authenticatorApp(secret)).wrongCode() })).toBe('software-token');
  expect(await thief.reload()).toBe('software-token');
  expect(await thief.open({ prompt: 'none' })).not.toBe('signed-in');
  expect(await thief.open()).not.toBe('signed-in');

  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
  const credentials = await bed.pool.client.users.getCredentials({ id: user.id });
  expect(credentials.map(({ type }) => type).toSorted()).toEqual(['otp', 'password']);
  expect((await bed.pool.client.users.findOne({ id: user.id }))?.requiredActions).toEqual([]);
  expect(await new PlainBrowser(bed).signIn(user)).toBe('software-token');
});

test("a user's authenticator stays through a reset", async () => {
  await using mailbox = await openMailbox();
  await using bed = await createTestBed();
  await letUsersReset(bed, mailbox);
  const user = await bed.createUser({ phone: false });
  const app = await appOf(await giveAuthenticator(bed, user));
  const browser = new PlainBrowser(bed);
  expect(await browser.visit(await askForLink(browser, mailbox, user))).toBe('software-token');
  expect(await browser.submit({ otp: await app.code() })).toBe('new-password');
  const fields = { 'password-new': NEW_PASSWORD, 'password-confirm': NEW_PASSWORD };
  expect(await browser.submit(fields)).toBe('signed-in');
  const again = new PlainBrowser(bed);
  expect(await again.signIn({ ...user, password: NEW_PASSWORD })).toBe('software-token');
  expect(await again.submit({ otp: await app.code(1) })).toBe('signed-in');
});
