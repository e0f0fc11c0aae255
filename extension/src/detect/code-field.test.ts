import { describe, expect, test } from 'vitest';
import { explain, findCodeFields } from './code-field.ts';
import { findDeviceNameField } from './device-name-field.ts';
import { hasEnrolmentForm } from './enrolment-form.ts';
import type { FieldSignals } from './frame-signals.ts';
import { boxRow, frameWith, LOGIN_CONFIG_TOTP, LOGIN_OTP } from './frame-signals.fixture.ts';

function found(field: Partial<FieldSignals>, page: Partial<Parameters<typeof frameWith>[0]> = {}) {
  return findCodeFields(frameWith({ ...page, fields: [field] })).map(({ kind, boxes }) => ({ kind, boxes }));
}

const TOTP = [{ kind: 'totp', boxes: [0] }];

describe("Keycloak's pages", () => {
  test('login-otp.ftl: the field otp', () => {
    expect(findCodeFields(LOGIN_OTP)).toMatchObject([{ kind: 'totp', boxes: [1] }]);
    expect(hasEnrolmentForm(LOGIN_OTP)).toBe(false);
  });

  test('login-otp.ftl before 26, which said autocomplete=off: the field otp all the same', () => {
    expect(found({ name: 'otp', id: 'otp', autocomplete: 'off', label: 'One-time code' })).toEqual(TOTP);
  });

  test('login-config-totp.ftl: the field totp, and userLabel as the name of the device', () => {
    expect(findCodeFields(LOGIN_CONFIG_TOTP)).toMatchObject([{ kind: 'totp', boxes: [0], form: 0 }]);
    expect(findDeviceNameField(LOGIN_CONFIG_TOTP, 0)).toBe(2);
    expect(hasEnrolmentForm(LOGIN_CONFIG_TOTP)).toBe(true);
  });

  test('login-config-totp.ftl without its picture (manual mode) is an enrolment too', () => {
    expect(hasEnrolmentForm({ ...LOGIN_CONFIG_TOTP, squarePictures: 0 })).toBe(true);
  });

  test('a device name that the user has written stays', () => {
    const fields = LOGIN_CONFIG_TOTP.fields.map((field) => ({ ...field, content: 'other' as const }));
    expect(findDeviceNameField({ ...LOGIN_CONFIG_TOTP, fields }, 0)).toBeUndefined();
  });

  test('login-recovery-authn-code-input.ftl wants a recovery code', () => {
    const field = { name: 'recoveryCodeInput', autocomplete: 'one-time-code', label: 'Recovery code #1' };
    expect(found(field, { heading: 'Login with a recovery authentication code' })).toMatchObject([
      { kind: 'recovery' },
    ]);
  });

  test("Lifeguard's own SMS page states its factor", () => {
    const field = { name: 'code', autocomplete: 'one-time-code', inputMode: 'numeric', label: 'Code' };
    expect(found(field, { form: { factor: 'SMS_MFA' } })).toMatchObject([{ kind: 'sms' }]);
  });

  test('login.ftl has no code field', () => {
    const fields = [
      { name: 'username', id: 'username', autocomplete: 'username', label: 'Username or email' },
      { type: 'password', name: 'password', id: 'password', autocomplete: 'current-password', label: 'Password' },
      { type: 'checkbox', name: 'rememberMe', label: 'Remember me' },
    ];
    expect(findCodeFields(frameWith({ fields, heading: 'Sign in' }))).toEqual([]);
  });
});

describe('fields that take a code', () => {
  test.each<Partial<FieldSignals>>([
    { autocomplete: 'one-time-code' },
    { name: 'user[totp_code]', type: 'password', maxLength: 6 },
    { name: 'twoFactorCode' },
    { id: 'idTxtBx_SAOTCC_OTC' },
    { id: '2fa', autocomplete: 'one-time-code', maxLength: 16 },
    { name: 'verificationCode', content: 'code' },
    { label: 'Enter the one-time code', type: 'tel' },
    { name: 'code', inputMode: 'numeric', maxLength: 6 },
  ])('%j', (field) => {
    expect(found(field)).toEqual(TOTP);
  });

  test('a field that is only called code counts on a page about a second factor, not elsewhere', () => {
    expect(found({ name: 'code' })).toEqual([]);
    expect(found({ name: 'code' }, { heading: 'Two-factor authentication' })).toEqual(TOTP);
  });
});

describe('fields that are never touched', () => {
  test.each<Partial<FieldSignals>>([
    { type: 'password', name: 'password', autocomplete: 'current-password' },
    { type: 'search', name: 'q', label: 'Search' },
    { name: 'search_code', inputMode: 'numeric', maxLength: 6 },
    { type: 'tel', name: 'phone', autocomplete: 'tel', label: 'Phone number' },
    { name: 'cvc', autocomplete: 'cc-csc', label: 'Security code', inputMode: 'numeric', maxLength: 3 },
    { name: 'cardSecurityCode', label: 'Security code', inputMode: 'numeric' },
    { name: 'zip_code', inputMode: 'numeric', maxLength: 6 },
    { name: 'promoCode', maxLength: 8 },
    { name: 'captcha_code', maxLength: 6, inputMode: 'numeric' },
    { name: 'country_code', maxLength: 6, inputMode: 'numeric' },
    { type: 'hidden', name: 'totpSecret' },
    { type: 'email', name: 'otp' },
    { name: 'otp', autocomplete: 'one-time-code', visibility: 'hidden' },
    { name: 'otp', autocomplete: 'one-time-code', content: 'other' },
  ])('%j', (field) => {
    expect(found(field, { heading: 'Two-factor authentication' })).toEqual([]);
  });
});

test('a field that is disabled tells what the page wants, and is not filled', () => {
  const field = { name: 'otp', label: 'Code from the text message', access: 'disabled' as const };
  expect(findCodeFields(frameWith({ fields: [field] }))).toMatchObject([{ kind: 'sms', isFillable: false }]);
});

describe('what the page wants', () => {
  const field = { name: 'otp', autocomplete: 'one-time-code' };
  test.each([
    ['a masked phone number', 'sms', { form: { text: 'We sent a code to +*******1234' } }],
    ['words about a text message', 'sms', { heading: 'Check your phone: we sent a text message' }],
    ['words about e-mail', 'email', { form: { text: 'Enter the code that we e-mailed you' } }],
    ['words about a recovery code', 'recovery', { heading: 'Enter a recovery code' }],
    ['the address that somebody signs in with', 'totp', { form: { text: 'Username or email Code' } }],
    ['a phone that an app runs on', 'totp', { form: { text: 'Open the app on your phone' } }],
    [
      'an authenticator, with SMS as another way',
      'totp',
      { form: { text: 'Code of your authenticator app. No SMS?' } },
    ],
  ])('%s: %s', (_name, kind, page) => {
    expect(found(field, page)).toMatchObject([{ kind }]);
  });

  test("the field's own name outranks the page", () => {
    expect(found({ name: 'totp' }, { heading: 'Codes by SMS' })).toEqual(TOTP);
    expect(found({ name: 'smsCode', label: 'Verification code' })).toMatchObject([{ kind: 'sms' }]);
  });
});

describe('boxes for one character each', () => {
  const box = { maxLength: 1, inputMode: 'numeric', before: 'Enter the code of your authenticator app' };

  test('are one field', () => {
    const fields = boxRow(6, box);
    expect(findCodeFields(frameWith({ fields }))).toMatchObject([{ kind: 'totp', boxes: [0, 1, 2, 3, 4, 5] }]);
  });

  test('a lone one, or a row that is too long, is none', () => {
    expect(findCodeFields(frameWith({ fields: boxRow(9, { maxLength: 1 }) }))).toEqual([]);
    expect(findCodeFields(frameWith({ fields: boxRow(2, { maxLength: 1 }) }))).toEqual([]);
  });
});

test('says for every field what speaks for and against it', () => {
  const fields = [
    { name: 'otp', label: 'Authenticator code' },
    { name: 'zip', label: 'Postal code' },
    { name: 'x1', label: 'Favourite animal' },
    { name: 'user', label: 'Username or e-mail' },
  ];
  expect(explain(frameWith({ fields }))).toMatchObject([
    {
      isCodeField: true,
      boxes: [0],
      against: [],
      evidence: expect.arrayContaining(['label-says:totp']),
    },
    { isCodeField: false, boxes: [1], against: ['label-other', 'name-other'] },
    { isCodeField: false, boxes: [2], against: ['too-little'] },
    { isCodeField: false, boxes: [3], evidence: [] },
  ]);
});

test('the first of two successive codes is meant', () => {
  const fields = [
    { name: 'mfacode', label: 'MFA code #1' },
    { name: 'next_mfacode', label: 'MFA code #2' },
  ];
  expect(findCodeFields(frameWith({ fields }))).toMatchObject([{ boxes: [0] }]);
});

test('a field for recovery codes beside it takes nothing from the field for the code', () => {
  const fields = [
    { name: 'code', label: 'Code', after: 'or Recovery code' },
    { name: 'recovery_code', label: 'Recovery code' },
  ];
  const page = { heading: 'Two-factor challenge', form: { text: 'Code or Recovery code' } };
  expect(findCodeFields(frameWith({ ...page, fields })).map(({ kind, boxes }) => [kind, ...boxes])).toEqual([
    ['recovery', 1],
    ['totp', 0],
  ]);
});

test.each([
  ['the key of an authenticator', { label: 'Authenticator key (TOTP)' }],
  ['a setting', { name: 'authCodeLifespan', label: 'Authorization code lifespan (s)', type: 'number' }],
  ['the filter of a column', { label: 'OTP status', place: 'table-head' as const }],
  ['six digits of something else', { label: 'Member', inputMode: 'numeric', maxLength: 6 }],
])('%s is no code', (_name, field) => {
  expect(found(field)).toEqual([]);
});

test('another way that is offered is not what the page wants', () => {
  const form = { text: 'Enter the code', actions: 'Continue . Send code by SMS instead' };
  expect(found({ name: 'otp' }, { form })).toEqual(TOTP);
  expect(found({ name: 'otp' }, { form: { ...form, actions: 'Continue . Resend code' } })).toMatchObject([
    { kind: 'sms' },
  ]);
});
