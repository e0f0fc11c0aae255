import { expect } from '@playwright/test';
import { setPhoneNumber } from '@lifeguard/cli';
import { enterWrongCodes } from '../support/enter-wrong-codes.ts';
import { passPassword, test } from '../support/pages.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('Required + SMS: the page says where the code went, takes it and signs in', async ({ page }) => {
      await using bed = await createTestBed();
      const user = await bed.createUser();
      await passPassword(page, bed, user);

      const lastFour = user.phoneNumber.slice(-4);
      await expect(page.getByText(`+*******${lastFour}`)).toBeVisible();
      await expect(page.locator('body')).not.toContainText(user.phoneNumber.slice(1, -4));
      const field = page.getByRole('textbox', { name: 'Code from the text message' });
      await expect(field).toBeFocused();
      await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
      await expect(field).toHaveAttribute('inputmode', 'numeric');
      await expect(field).toHaveAttribute('aria-invalid', 'false');

      await field.fill('abc');
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByText('That code is not right.')).toBeVisible();
      await expect(field).toHaveAttribute('aria-invalid', 'true');

      await field.fill(await bed.lastCode(user.phoneNumber));
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
    });
  });
}

test("the phone number is verified by the first code, and the text is the pool's", async () => {
  await using bed = await createTestBed({ policy: { smsAuthenticationMessage: 'Blue Pool: {####}' } });
  const user = await bed.createUser();
  const verified = async () =>
    (await bed.pool.client.users.findOne({ id: user.id }))?.attributes?.['phoneNumberVerified'];
  expect(await verified()).toEqual(['false']);

  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  expect((await browser.tokens())['access_token']).toBeTruthy();
  expect(await verified()).toEqual(['true']);
  expect(await bed.texts(user.phoneNumber)).toEqual([
    { id: expect.any(String), to: user.phoneNumber, text: expect.stringMatching(/^Blue Pool: [0-9]{6}$/) },
  ]);
});

for (const loginTheme of ['keycloak', 'keycloak.v2']) {
  test(`the page fits the login theme ${loginTheme}`, async () => {
    await using bed = await createTestBed();
    await bed.pool.client.realms.update({ realm: bed.realm }, { loginTheme });
    const user = await bed.createUser();
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(user)).toBe('sms-code');
    expect(browser.html).toContain(`/login/${loginTheme}/`);
    expect(await browser.submit({ code: 'abc' })).toBe('sms-code');
    expect(browser.html).toContain('That code is not right.');
    expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  });
}

test('a wrong code is refused and counted, and the right one still works', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  for (const [index, wrong] of wrongCodes(code, 3).entries()) {
    expect(await browser.submit({ code: wrong })).toBe('sms-code');
    expect(browser.html).toContain('That code is not right.');
    // While a failure is being counted, Keycloak takes the user for locked.
    await expect.poll(() => bed.failures(user)).toBe(index + 1);
  }
  expect(await browser.submit({ code })).toBe('signed-in');
});

test('a used code is worth nothing in another sign-in', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  await browser.submit({ code });
  const thief = new PlainBrowser(bed);
  await thief.signIn(user);
  expect(await thief.submit({ code })).toBe('sms-code');
});

test('a code is worth nothing for another user, not even for one with the same number', async () => {
  await using bed = await createTestBed();
  const ann = await bed.createUser();
  const bob = { ...(await bed.createUser({ phone: false })), phoneNumber: ann.phoneNumber };
  await setPhoneNumber(bed.pool, { user: bob.username, phoneNumber: bob.phoneNumber });
  const [anns, bobs] = [new PlainBrowser(bed), new PlainBrowser(bed)];
  await anns.signIn(ann);
  const annsCode = await bed.lastCode(ann.phoneNumber);
  await bobs.signIn(bob);
  const bobsCode = await bed.lastCode(bob.phoneNumber);
  expect(await bed.texts(ann.phoneNumber)).toHaveLength(2);
  expect(await bobs.submit({ code: annsCode })).toBe('sms-code');
  expect(await anns.submit({ code: bobsCode })).toBe('sms-code');
  expect(await anns.submit({ code: annsCode })).toBe('signed-in');
  expect(await bobs.submit({ code: bobsCode })).toBe('signed-in');
});

test('an expired code is refused; a new one has been sent and works', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const old = await bed.lastCode(user.phoneNumber);
  await bed.moveClock(181);
  expect(await browser.submit({ code: old })).toBe('sms-code');
  expect(browser.html).toContain('That code has expired.');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(2);
  expect(await browser.submit({ code: old })).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});

test('a code is good for the whole three minutes', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  await bed.moveClock(150);
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});

test('a user whom brute-force detection has locked gets neither a check nor a text', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  await bed.pool.client.realms.update({ realm: bed.realm }, { failureFactor: 2, waitIncrementSeconds: 300 });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  await enterWrongCodes(bed, { user, count: 2, submit: (wrong) => browser.submit({ code: wrong }) });
  expect(await browser.submit({ code })).toBe('error');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});
