import { expect, test } from '@playwright/test';
import { setPhoneNumber } from '@lifeguard/cli';
import { rememberSecret } from '../support/evidence.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const ATTACKERS_NUMBER = '+441632960999';
test.beforeEach(() => rememberSecret(ATTACKERS_NUMBER.slice(1)));

/** What is stored of a user, read as an administrator. */
async function stored(bed: TestBed, { id }: TestUser) {
  const { lastName, attributes } = (await bed.pool.client.users.findOne({ id })) ?? {};
  return { lastName, attributes };
}

test('a user without permission cannot change the phone number in the account API', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const user = await bed.createUser();
  const before = await stored(bed, user);
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('signed-in');
  const { access_token: token } = await browser.tokens();
  const accountUrl = `${bed.url}/realms/${bed.realm}/account/`;
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' };
  const profile = (await (await fetch(accountUrl, { headers })).json()) as { readonly attributes: object };
  const post = async (changes: object) => {
    const body = JSON.stringify({ ...profile, ...changes });
    return (await fetch(accountUrl, { method: 'POST', headers, body })).status;
  };

  for (const attribute of [
    { phoneNumber: [ATTACKERS_NUMBER] },
    { phoneNumber: [user.phoneNumber, ATTACKERS_NUMBER] },
    { phoneNumberVerified: ['true'] },
    { 'lifeguard.enabledMfa': ['SOFTWARE_TOKEN_MFA'] },
    { 'lifeguard.preferredMfa': ['SMS_MFA'] },
  ]) {
    expect(await post({ attributes: { ...profile.attributes, ...attribute } }), JSON.stringify(attribute)).toBe(400);
    expect(await stored(bed, user)).toEqual(before);
  }
  // Leaving it out is no error and removes nothing.
  expect(await post({ attributes: {} })).toBe(204);
  expect(await stored(bed, user)).toEqual(before);
  // What is the user's own can be changed by the very same request.
  expect(await post({ lastName: 'Changed' })).toBe(204);
  expect(await stored(bed, user)).toEqual({ ...before, lastName: 'Changed' });
});

test('users cannot write the marks of the Cognito API, also where they may have attributes of any name', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const user = await bed.createUser();
  const profile = await bed.pool.client.users.getProfile();
  await bed.pool.client.users.updateProfile({ ...profile, unmanagedAttributePolicy: 'ENABLED' as never });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('signed-in');
  const { access_token: token } = await browser.tokens();
  const accountUrl = `${bed.url}/realms/${bed.realm}/account/`;
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' };
  const own = (await (await fetch(accountUrl, { headers })).json()) as { readonly attributes: object };
  const post = async (attribute: object) => {
    const body = JSON.stringify({ ...own, attributes: { ...own.attributes, ...attribute } });
    return (await fetch(accountUrl, { method: 'POST', headers, body })).status;
  };
  expect(await post({ nickname: ['Ann'] })).toBe(204);
  const before = await stored(bed, user);
  for (const mark of [
    'lifeguard.pendingPhoneNumber',
    'lifeguard.pendingEmail',
    'lifeguard.signUp',
    'lifeguard.disabled',
  ]) {
    expect(await post({ nickname: ['Ann'], [mark]: [ATTACKERS_NUMBER] }), mark).toBe(400);
    expect(await stored(bed, user)).toEqual(before);
  }
});

test('a user without permission cannot change the phone number on the profile page of the sign-in', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const user = await bed.createUser();
  const before = await stored(bed, user);
  const asked = { ...(await bed.pool.client.users.findOne({ id: user.id })), requiredActions: ['UPDATE_PROFILE'] };
  await bed.pool.client.users.update({ id: user.id }, asked);
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('other');
  expect(browser.html).toMatch(/<input[^>]*name="phoneNumber"[^>]*disabled/);

  const own = { email: `${user.username}@example.org`, firstName: 'Ann', lastName: 'Changed' };
  for (const forged of [
    { phoneNumber: ATTACKERS_NUMBER },
    { phoneNumberVerified: 'true' },
    { 'lifeguard.preferredMfa': 'SMS_MFA' },
  ]) {
    expect(await browser.submit({ ...own, ...forged }), JSON.stringify(forged)).toBe('other');
    expect(await stored(bed, user)).toEqual(before);
  }
  expect(await browser.submit(own)).toBe('signed-in');
  expect(await stored(bed, user)).toEqual({ ...before, lastName: 'Changed' });
});

test('an administrator changes the phone number, and a code that went to the old one does not count', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const old = await bed.lastCode(user.phoneNumber);
  const { phoneNumber } = await bed.createUser({ phone: false });
  expect(await setPhoneNumber(bed.pool, { user: user.username, phoneNumber })).toMatchObject({ ok: true });
  expect(await browser.submit({ code: old })).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(phoneNumber) })).toBe('signed-in');
});
