import { describe, expect, test } from 'vitest';
import type { FieldSignals } from './frame-signals.ts';
import { frameWith } from './frame-signals.fixture.ts';
import { asksForPhoneNumber } from './phone-field.ts';

const PHONE: Partial<FieldSignals> = { type: 'tel', name: 'phoneNumber', autocomplete: 'tel', label: 'Phone number' };

/** Of this plugin's own page, lifeguard-phone-number.ftl. */
const LIFEGUARD = {
  en: ['Phone number', 'Write it with + and the country code, for example +14155550123. We send a code there.'],
  de: ['Telefonnummer', 'Schreiben Sie sie mit + und der Ländervorwahl. Wir senden einen Code dorthin.'],
  fr: ['Numéro de téléphone', 'Écrivez-le avec + et l’indicatif du pays. Nous y envoyons un code.'],
  es: ['Número de teléfono', 'Escríbalo con + y el prefijo del país. Enviaremos un código a ese número.'],
  pt: ['Número de telefone', 'Escreva-o com + e o código do país. Enviaremos um código para esse número.'],
  ja: ['電話番号', '+14155550123 のように、+ と国番号を付けて入力してください。この番号にコードを送信します。'],
  ar: ['رقم الهاتف', 'اكتبه مع علامة + ورمز البلد. سنرسل رمزًا إلى هذا الرقم'],
} as const;

test.each(Object.entries(LIFEGUARD))(
  'the page that sets up a phone asks for its number: %s',
  (_language, [label, text]) => {
    expect(asksForPhoneNumber(frameWith({ fields: [{ ...PHONE, label }], form: { text } }))).toBe(true);
  },
);

test.each([
  ['by a button', { form: { actions: 'Send code' } }],
  ['by its heading', { heading: 'Two-step verification . Add a phone for text messages' }],
  ['by the text before the field', { fields: [{ ...PHONE, before: 'We’ll text you a verification code.' }] }],
  [
    'with no more than a name for programs',
    { fields: [{ type: 'tel', name: 'phone' }], form: { text: 'We send a code.' } },
  ],
  [
    'beside a field for the country',
    { fields: [{ label: 'Country code' }, PHONE], form: { text: 'We will send you a code by SMS.' } },
  ],
])('so does one that says so %s', (_how, page) => {
  expect(asksForPhoneNumber(frameWith({ fields: [PHONE], ...page }))).toBe(true);
});

const CODES = { text: 'We send a code by text message.' };

describe('a number that is asked for something else', () => {
  test.each([
    ['a profile', { form: { text: 'Your contact details' } }],
    ['news', { form: { text: 'Get our news by text message' } }],
    ['a coupon', { form: { text: 'We text you a discount code' } }],
    ['a delivery', { fields: [PHONE, { label: 'Street address' }], form: CODES }],
    ['an order', { fields: [PHONE, { label: 'Order number' }], form: CODES }],
    ['a sign-in with a password', { fields: [PHONE, { type: 'password', label: 'Password' }], form: CODES }],
    ['a registration of many fields', { fields: [PHONE, {}, {}, {}], form: CODES }],
    ['a field that is not shown', { fields: [{ ...PHONE, visibility: 'hidden' as const }], form: CODES }],
    ['a field that is switched off', { fields: [{ ...PHONE, access: 'disabled' as const }], form: CODES }],
    ['no number', { fields: [{ label: 'E-mail address' }], form: CODES }],
  ])('%s', (_what, page) => {
    expect(asksForPhoneNumber(frameWith({ fields: [PHONE], ...page }))).toBe(false);
  });
});
