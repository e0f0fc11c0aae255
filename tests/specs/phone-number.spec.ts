import { expect, test } from '@playwright/test';
import { setPhoneNumber } from '@lifeguard/cli';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';

const ATTACKERS_NUMBER = '+441632960999';

test('a user without permission cannot change the phone number', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const user = await bed.createUser();
  const stored = async () => (await bed.pool.client.users.findOne({ id: user.id }))?.attributes?.['phoneNumber'];

  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('signed-in');
  const { access_token: token } = await browser.tokens();
  const accountUrl = `${bed.url}/realms/${bed.realm}/account/`;
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' };
  const profile = (await (await fetch(accountUrl, { headers })).json()) as { attributes: object };
  for (const attributes of [
    { ...profile.attributes, phoneNumber: [ATTACKERS_NUMBER] },
    { ...profile.attributes, phoneNumberVerified: ['true'] },
    { ...profile.attributes, 'lifeguard.enabledMfa': [] },
    {},
  ]) {
    await fetch(accountUrl, { method: 'POST', headers, body: JSON.stringify({ ...profile, attributes }) });
    expect(await stored()).toEqual([user.phoneNumber]);
  }

  // The same by the page that asks for a profile.
  const page = new PlainBrowser(bed);
  await bed.pool.client.users.update(
    { id: user.id },
    {
      ...(await bed.pool.client.users.findOne({ id: user.id })),
      requiredActions: ['UPDATE_PROFILE'],
    },
  );
  expect(await page.signIn(user)).toBe('other');
  await page.submit({
    username: user.username,
    email: `${user.username}@example.org`,
    firstName: 'Ann',
    lastName: 'Example',
    phoneNumber: ATTACKERS_NUMBER,
    phoneNumberVerified: 'true',
  });
  expect(await stored()).toEqual([user.phoneNumber]);
  expect((await bed.pool.client.users.findOne({ id: user.id }))?.attributes?.['phoneNumberVerified']).toEqual([
    'false',
  ]);
});

test('an administrator can, and a code that went to the old number does not count', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const old = await bed.lastCode(user.phoneNumber);
  const phoneNumber = `+1415${String(Date.now()).slice(-7)}`;
  expect(await setPhoneNumber(bed.pool, { user: user.username, phoneNumber })).toMatchObject({ ok: true });
  expect(await browser.submit({ code: old })).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(phoneNumber) })).toBe('signed-in');
});
