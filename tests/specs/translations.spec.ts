import { expect, type Page } from '@playwright/test';
import { expectGoodAppearance } from '../support/appearance.ts';
import { appOf } from '../support/authenticator-app.ts';
import { containing, pageText } from '../support/messages.ts';
import { test } from '../support/pages.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { directGrant } from '../support/token-request.ts';

/** As Keycloak writes them in `ui_locales` and in `lang`. */
const LOCALES = ['de', 'fr', 'es', 'pt', 'pt-BR', 'ja', 'ar'];
const REALM = {
  displayName: 'Blue Pool',
  internationalizationEnabled: true,
  supportedLocales: ['en', ...LOCALES],
  defaultLocale: 'ar',
};

let bed: TestBed;
test.beforeAll(async () => {
  bed = await createTestBed({ realm: REALM });
});
test.afterAll(() => bed[Symbol.asyncDispose]());

for (const locale of LOCALES) {
  test(`${locale}: the page of the text message and the settings speak it, and fit a phone`, async ({ page }) => {
    const user = await bed.createUser();
    await enterPassword(page, user, { ui_locales: locale, kc_action: 'lifeguard-mfa-settings' });
    await speaks(page, locale, 'lifeguardSmsTitle');
    await expect(page.locator('#lifeguard-resend')).toHaveText(pageText(locale, 'lifeguardResend'));
    await expectGoodAppearance(page, `sms-code-${locale}`, ['phone']);
    await page.locator('#code').fill(await bed.lastCode(user.phoneNumber));
    await page.locator('#kc-login').click();

    await speaks(page, locale, 'lifeguardSettingsTitle');
    await expect(page.locator('button[value=done]')).toHaveText(pageText(locale, 'lifeguardSettingsDone'));
    await expectGoodAppearance(page, `mfa-settings-${locale}`, ['phone']);
  });
}

test('an authenticator is named in the language where it is asked for', async ({ page }) => {
  const user = await bed.createUser({ phone: false });
  const app = await appOf(await giveAuthenticator(bed, user));
  await enterPassword(page, user, { ui_locales: 'ja' });
  await speaks(page, 'ja', 'lifeguardTokenTitle');
  await page.locator('#otp').fill(`${Number(await app.code()) + 1}`.padStart(6, '0').slice(-6));
  await page.locator('#kc-login').click();
  await expect(page.locator('#otp')).toHaveAccessibleDescription(containing(pageText('ja', 'lifeguardTokenCodeWrong')));
});

test('an answer to a program is ASCII in whatever language the realm speaks (RFC 6749 section 5.2)', async () => {
  const user = await bed.createUser();
  await directGrant(bed, user);
  const { error_description: text } = await directGrant(bed, user, { sms_code: 'wrong' });
  expect(text).toBe(pageText('en', 'lifeguardSmsCodeWrong'));
  expect(text).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
});

async function enterPassword(page: Page, user: TestUser, parameters: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${bed.signInUrl}&${new URLSearchParams(parameters)}`);
  await page.locator('#username').fill(user.username);
  await page.locator('#password').fill(user.password);
  await page.locator('#kc-login').click();
}

async function speaks(page: Page, locale: string, title: string): Promise<void> {
  await expect(page.getByRole('heading', { name: pageText(locale, title) })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
}
