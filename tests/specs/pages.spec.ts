import { expect, type Page } from '@playwright/test';
import { expectGoodAppearance } from '../support/appearance.ts';
import { appOf, type AuthenticatorApp } from '../support/authenticator-app.ts';
import { containing, pageText } from '../support/messages.ts';
import { test } from '../support/pages.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestBedOptions, type TestUser } from '../support/test-bed.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

interface Scene {
  readonly bed: TestBed;
  readonly user: TestUser;
  readonly app: AuthenticatorApp;
  readonly locale: string;
}

/** One of our pages, or a state of it. */
interface OurPage {
  readonly policy?: TestBedOptions['policy'];
  readonly phone?: boolean;
  readonly hasApp?: boolean;
  /** Of the request that opens the sign-in. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Goes on from the page after the password. */
  readonly reach?: (page: Page, scene: Scene) => Promise<void>;
  /** The form that tells the page. */
  readonly form: string;
  /** What its field tells browsers, password managers and screen readers. */
  readonly field?: Readonly<Record<'autocomplete' | 'inputmode', string>>;
  /** The key of what is said at the field to be wrong. */
  readonly error?: string;
}

const CODE_FIELD = { autocomplete: 'one-time-code', inputmode: 'numeric' };
const PHONE_FIELD = { autocomplete: 'tel', inputmode: 'tel' };

const SMS_FORM = '#lifeguard-sms-code';
const TOKEN_FORM = '#kc-otp-login-form';

async function enter(page: Page, text: string): Promise<void> {
  await page.locator('#code, #otp, #phoneNumber').fill(text);
  await page.locator('#kc-login').click();
}

const PAGES: Readonly<Record<string, OurPage>> = {
  'sms-code': { form: SMS_FORM, field: CODE_FIELD },
  'sms-code-wrong': {
    form: SMS_FORM,
    field: CODE_FIELD,
    error: 'lifeguardSmsCodeWrong',
    async reach(page, { bed, user }) {
      await enter(page, wrongCodes(await bed.lastCode(user.phoneNumber), 1)[0] ?? '');
    },
  },
  'sms-code-sent-again': {
    form: SMS_FORM,
    field: CODE_FIELD,
    async reach(page, { bed, locale }) {
      await bed.moveClock(31);
      await page.locator('#lifeguard-resend').click();
      await expect(page.getByRole('status')).toHaveText(pageText(locale, 'lifeguardSmsSentAgain'));
    },
  },
  'software-token': { form: TOKEN_FORM, field: CODE_FIELD, phone: false, hasApp: true },
  'software-token-wrong': {
    form: TOKEN_FORM,
    field: CODE_FIELD,
    error: 'lifeguardTokenCodeWrong',
    phone: false,
    hasApp: true,
    reach: (page) => enter(page, 'abc'),
  },
  'select-factor': { form: '#lifeguard-select-factor', hasApp: true },
  'other-way': {
    form: SMS_FORM,
    field: CODE_FIELD,
    hasApp: true,
    async reach(page) {
      await page.locator('button[value=SMS_MFA]').click();
      await expect(page.locator('#lifeguard-other-way')).toBeVisible();
    },
  },
  'set-up': {
    form: '#lifeguard-set-up',
    phone: false,
    policy: { phoneNumberByUser: true, requiredAfterCreation: 'allowed', setUpGraceEndsOn: '2999-12-31' },
  },
  'phone-number': {
    form: '#lifeguard-phone-number',
    field: PHONE_FIELD,
    phone: false,
    policy: { phoneNumberByUser: true },
    reach: (page) => page.locator('button[value=SMS_MFA]').click(),
  },
  'phone-number-wrong': {
    form: '#lifeguard-phone-number',
    field: PHONE_FIELD,
    error: 'lifeguardPhoneNumberWrong',
    phone: false,
    policy: { phoneNumberByUser: true },
    async reach(page) {
      await page.locator('button[value=SMS_MFA]').click();
      await enter(page, '0800 12');
    },
  },
  'mfa-settings': {
    form: '#lifeguard-mfa-settings',
    hasApp: true,
    policy: { mfaConfiguration: 'OPTIONAL' },
    parameters: { kc_action: 'lifeguard-mfa-settings' },
    reach: async (page, { app }) => enter(page, await app.code()),
  },
};

/** A language of each direction. */
const LOCALES = {
  en: { dir: 'ltr', appearances: ['light', 'dark', 'zoomed', 'phone'] },
  ar: { dir: 'rtl', appearances: ['light', 'phone'] },
} as const;

/** With a name that fits a phone, which those of the tests' realms do not. */
const REALM = {
  displayName: 'Blue Pool',
  internationalizationEnabled: true,
  supportedLocales: Object.keys(LOCALES),
  defaultLocale: 'en',
};

for (const [name, ours] of Object.entries(PAGES)) {
  for (const [locale, { dir, appearances }] of Object.entries(LOCALES)) {
    test(`${name} in ${locale}: accessible, and no wider than the window (${appearances.join(', ')})`, async ({
      page,
    }) => {
      const { policy, phone = true, hasApp = false, parameters = {}, reach, form, field, error } = ours;
      await using bed = await createTestBed({ realm: REALM, ...(policy === undefined ? {} : { policy }) });
      const user = await bed.createUser({ phone });
      const app = await appOf(await giveAuthenticator(bed, hasApp ? user : await bed.createUser()));
      await page.goto(`${bed.signInUrl}&${new URLSearchParams({ ...parameters, ui_locales: locale })}`);
      await page.locator('#username').fill(user.username);
      await page.locator('#password').fill(user.password);
      await page.locator('#kc-login').click();
      await reach?.(page, { bed, user, app, locale });

      await expect(page.locator(form)).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('dir', dir);
      const input = page.locator(`${form} input`);
      await expect(input).toHaveCount(field === undefined ? 0 : 1);
      for (const [attribute, value] of Object.entries(field ?? {}))
        await expect(input).toHaveAttribute(attribute, value);
      if (error !== undefined) {
        await expect(input).toHaveAttribute('aria-invalid', 'true');
        await expect(input).toHaveAccessibleDescription(containing(pageText(locale, error)));
      }
      await expectGoodAppearance(page, `${name}-${locale}`, appearances);
    });
  }
}
