import { expect } from '@playwright/test';
import { setFactorPreference } from '@lifeguard/cli';
import { AccountApi } from '../support/account-api.ts';
import { test } from '../support/pages.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const masked = ({ phoneNumber }: TestUser) => `+*******${phoneNumber.slice(-4)}`;

async function accountOf(bed: TestBed, user: TestUser): Promise<AccountApi> {
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  if (browser.kind === 'sms-code') await browser.submit({ code: await bed.lastCode(user.phoneNumber) });
  return new AccountApi(bed, await browser.tokens());
}

test('the account console lists the SMS factor with its masked number under signing in', async ({ page }) => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await page.goto(`${bed.url}/realms/${bed.realm}/account/account-security/signing-in`);
  await page.getByRole('textbox', { name: 'Username or email' }).fill(user.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(user.password);
  await page.getByRole('button', { name: 'Sign In' }).click();
  const field = page.getByRole('textbox', { name: 'Code from the text message' });
  await field.waitFor();
  await field.fill(await bed.lastCode(user.phoneNumber));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(masked(user))).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Text message' })).toBeVisible();
  await expect(page.getByText(user.phoneNumber)).toHaveCount(0);
});

test('the number shown is the one that the user has now, also after an administrator has changed it in Keycloak', async () => {
  await using bed = await createTestBed();
  const [user, other] = [await bed.createUser(), await bed.createUser({ phone: false })];
  const account = await accountOf(bed, user);
  const found = await bed.pool.client.users.findOne({ id: user.id });
  const attributes = { ...found?.attributes, phoneNumber: [other.phoneNumber] };
  await bed.pool.client.users.update({ id: user.id }, { ...found, attributes });
  const listed = await account.credential('lifeguard-sms');
  expect(listed?.userCredentialMetadatas.map(({ credential }) => credential.userLabel)).toEqual([masked(other)]);
});

test('in an Optional pool it is listed while it is on, and removing it turns it off and keeps the number', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const user = await bed.createUser();
  expect((await (await accountOf(bed, user)).credential('lifeguard-sms'))?.userCredentialMetadatas ?? []).toEqual([]);
  const on = { user: user.username, preference: { SMS_MFA: { Enabled: true } } } as const;
  expect(await setFactorPreference(bed.pool, on)).toMatchObject({ ok: true, factors: { accepted: ['SMS_MFA'] } });
  const listed = await (await accountOf(bed, user)).credential('lifeguard-sms');
  expect(listed).toMatchObject({ removeable: true, category: 'two-factor' });

  const id = listed?.userCredentialMetadatas[0]?.credential.id ?? '';
  const browser = new PlainBrowser(bed);
  await browser.open({ kc_action: `delete_credential:${id}` });
  await browser.password(user);
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('delete-credential');
  expect(await browser.submit({ accept: 'yes' })).toBe('signed-in');
  expect(await new PlainBrowser(bed).signIn(user)).toBe('signed-in');
  const { attributes } = (await bed.pool.client.users.findOne({ id: user.id })) ?? {};
  expect(attributes?.['phoneNumber']).toEqual([user.phoneNumber]);
  expect(attributes?.['lifeguard.enabledMfa']).not.toContain('SMS_MFA');
});

test('in a Required pool a number is not removable', async () => {
  await using bed = await createTestBed();
  expect((await (await accountOf(bed, await bed.createUser())).credential('lifeguard-sms'))?.removeable).toBe(false);
});

test('a pool that offers no SMS lists none', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF', smsMfa: false } });
  expect(
    (await (await accountOf(bed, await bed.createUser())).credential('lifeguard-sms'))?.userCredentialMetadatas ?? [],
  ).toEqual([]);
});
