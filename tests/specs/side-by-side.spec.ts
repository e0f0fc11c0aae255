import { expect, type Page } from '@playwright/test';
import { type FlowElement, useBrowserFlow } from '../support/make-flow.ts';
import { passPassword, test } from '../support/pages.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';

/** A passkey or Lifeguard's step behind the password: whichever the user has. */
const PASSKEY_OR_CODE: readonly FlowElement[] = [
  { step: 'auth-cookie', requirement: 'ALTERNATIVE' },
  {
    subFlow: 'forms',
    requirement: 'ALTERNATIVE',
    elements: [
      { step: 'auth-username-password-form' },
      {
        subFlow: 'second factor',
        requirement: 'REQUIRED',
        elements: [
          { step: 'webauthn-authenticator', requirement: 'ALTERNATIVE' },
          { subFlow: 'codes', requirement: 'ALTERNATIVE', elements: [{ step: 'lifeguard-mfa' }] },
        ],
      },
    ],
  },
];

/** https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/ */
async function addVirtualAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey and the step side by side: either is enough, and a user with one is not asked for the other', async ({
  page,
}) => {
  await using bed = await createTestBed();
  await useBrowserFlow(bed, PASSKEY_OR_CODE);
  const user = await bed.createUser();
  await addVirtualAuthenticator(page);

  await passPassword(page, bed, user);
  await page.getByRole('textbox', { name: 'Code from the text message' }).fill(await bed.lastCode(user.phoneNumber));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();

  page.on('dialog', (dialog) => dialog.accept('key'));
  await page.goto(`${bed.signInUrl}&kc_action=webauthn-register`);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
  const credentials = await bed.pool.client.users.getCredentials({ id: user.id });
  expect(credentials.map(({ type }) => type)).toContain('webauthn');

  await page.context().clearCookies();
  await passPassword(page, bed, user);
  const passkey = page.getByRole('button', { name: 'Sign in with Passkey' });
  await expect(passkey).toBeVisible();
  // The button does nothing before its script has loaded.
  await page.waitForLoadState();
  await passkey.click();
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible();
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);

  await page.context().clearCookies();
  await passPassword(page, bed, user);
  await page.getByRole('link', { name: 'Try Another Way' }).click();
  await page.getByRole('button', { name: 'Text message or authenticator app' }).click();
  await expect(page.getByRole('textbox', { name: 'Code from the text message' })).toBeVisible();
  expect(await bed.texts(user.phoneNumber)).toHaveLength(2);
});

test('beside a passkey that the user does not have, the step still asks in a Required pool', async () => {
  await using bed = await createTestBed();
  await useBrowserFlow(bed, PASSKEY_OR_CODE);
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  expect(await browser.submit({ code: '000000' })).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});
