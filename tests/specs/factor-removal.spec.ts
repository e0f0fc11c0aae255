import { expect, test } from '@playwright/test';
import { setPhoneNumber } from '@lifeguard/cli';
import { AccountApi } from '../support/account-api.ts';
import { appOf } from '../support/authenticator-app.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { directGrant } from '../support/token-request.ts';

const removal = (id: string) => ({ kc_action: `delete_credential:${id}` });

async function authenticatorsOf(bed: TestBed, { id }: TestUser): Promise<readonly string[]> {
  const credentials = await bed.pool.client.users.getCredentials({ id });
  return credentials.flatMap((credential) => (credential.type === 'otp' ? (credential.id ?? []) : []));
}

/** A user with an authenticator asks for its removal, and has entered password and code. */
async function askForRemoval(bed: TestBed, user: TestUser) {
  const app = await appOf(await giveAuthenticator(bed, user));
  const [id = ''] = await authenticatorsOf(bed, user);
  const browser = new PlainBrowser(bed);
  await browser.open(removal(id));
  await browser.password(user);
  await browser.submit({ otp: await app.code() });
  return { app, id, browser };
}

/** A session that was made while nobody was asked: it has proven the password alone. */
async function sessionByPasswordAlone(bed: TestBed, user: TestUser): Promise<PlainBrowser> {
  await bed.setPolicy({ mfaConfiguration: 'OFF' });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('signed-in');
  await bed.setPolicy({ mfaConfiguration: 'ON' });
  return browser;
}

test('takeover, step by step: the password alone gets no tokens, a token of it deletes no factor, and the next sign-in enrols no other phone', async () => {
  await using bed = await createTestBed({ policy: { phoneNumberByUser: true } });
  const victim = await bed.createUser();
  await giveAuthenticator(bed, victim);
  expect((await directGrant(bed, victim)).access_token).toBeUndefined();
  // As if the first step had not been refused: a token from before the policy.
  const attacker = await sessionByPasswordAlone(bed, victim);
  const account = new AccountApi(bed, await attacker.tokens());
  const [id = ''] = await authenticatorsOf(bed, victim);

  expect(await account.remove(id)).toBe(400);
  expect(await account.remove('otp-id')).toBe(400);
  await expect.poll(() => attacker.open(removal(id))).toBe('password');
  expect(await attacker.password(victim)).toBe('select-factor');
  expect(await authenticatorsOf(bed, victim)).toEqual([id]);

  // Even with the authenticator gone the phone of the owner stands in the way of an enrolment.
  await bed.pool.client.users.deleteCredential({ id: victim.id, credentialId: id });
  const next = new PlainBrowser(bed);
  expect(await next.signIn(victim)).toBe('sms-code');
  for (const action of ['CONFIGURE_TOTP', 'lifeguard-phone-number']) {
    const other = new PlainBrowser(bed);
    await other.open({ kc_action: action });
    expect(await other.password(victim), action).toBe('sms-code');
  }
  expect((await bed.texts(victim.phoneNumber)).length).toBe(1);
});

test('a session that has proven the password alone, however fresh, sets up and changes nothing beside the factor', async () => {
  await using bed = await createTestBed({ policy: { phoneNumberByUser: true } });
  const victim = await bed.createUser({ phone: false });
  const browser = await sessionByPasswordAlone(bed, victim);
  await giveAuthenticator(bed, victim);
  for (const action of ['CONFIGURE_TOTP', 'lifeguard-phone-number']) {
    expect(await browser.open({ kc_action: action }), action).toBe('error');
  }
  expect(await authenticatorsOf(bed, victim)).toHaveLength(1);
});

test('a factor is removed in the account console only after the password was asked for afresh, and the factor', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const app = await appOf(await giveAuthenticator(bed, user));
  const [id = ''] = await authenticatorsOf(bed, user);
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  await browser.submit({ factor: 'SMS_MFA' });
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  // A token, even of a session with a factor, is nobody who was asked for the password.
  const account = new AccountApi(bed, await browser.tokens());
  expect((await account.credential('otp'))?.removeable).toBe(true);
  expect(await account.remove(id)).toBe(400);
  expect(await authenticatorsOf(bed, user)).toEqual([id]);

  await expect.poll(() => browser.open(removal(id))).toBe('password');
  expect(await browser.password(user)).toBe('select-factor');
  await browser.submit({ factor: 'SOFTWARE_TOKEN_MFA' });
  expect(await browser.submit({ otp: await app.code() })).toBe('delete-credential');
  expect(await browser.submit({ accept: 'yes' })).toBe('signed-in');
  expect(await authenticatorsOf(bed, user)).toEqual([]);
});

test('in a Required pool the last factor can not be removed', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const { app, id, browser } = await askForRemoval(bed, user);
  expect(browser.kind).toBe('error');
  expect(browser.html).toContain('The last one can only be replaced.');
  expect(await authenticatorsOf(bed, user)).toEqual([id]);

  const signedIn = new PlainBrowser(bed);
  await signedIn.signIn(user);
  await signedIn.submit({ otp: await app.code(1) });
  expect((await new AccountApi(bed, await signedIn.tokens()).credential('otp'))?.removeable).toBe(false);

  await setPhoneNumber(bed.pool, { user: user.username, phoneNumber: user.phoneNumber });
  expect((await new AccountApi(bed, await signedInTokens(bed, user)).credential('otp'))?.removeable).toBe(true);
});

async function signedInTokens(bed: TestBed, user: TestUser): Promise<Record<string, string>> {
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  await browser.submit({ factor: 'SMS_MFA' });
  await browser.submit({ code: await bed.lastCode(user.phoneNumber) });
  return browser.tokens();
}

test('in an Optional pool the last factor can be removed', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const user = await bed.createUser({ phone: false });
  const { browser } = await askForRemoval(bed, user);
  expect(browser.kind).toBe('delete-credential');
  await browser.submit({ accept: 'yes' });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('signed-in');
});
