import type { FieldSignals } from './frame-signals.ts';

/** A field with its words made ready: `own` from name and id, `label` from label and placeholder. */
export interface FieldWords {
  readonly field: FieldSignals;
  readonly own: string;
  readonly label: string;
  /** Words of the form and the headings around it. */
  readonly context: string;
}

interface Rule {
  readonly evidence: string;
  readonly weight: number;
  applies(words: FieldWords): boolean;
}

/** A sum of weights from here on makes a code field. */
export const ACCEPTED_SCORE = 3;

const LABEL_PHRASE =
  /one[- ]?time (?:code|password|pass)|(?:verification|authenticat\w+|security|sign[- ]?in|log[- ]?in|access) code|passcode|\b(?:otp|totp|2fa|mfa)\b|einmal-?(?:code|passwort|kennwort)|bestätigungscode|code à usage unique|code de vérification|código de (?:un solo uso|verificación)/;
const CONTEXT =
  /two[- ](?:factor|step)|2[- ]?(?:fa|step)|multi-?factor|second factor|authenticator|one[- ]?time (?:code|password)|verification code/;

export const RULES: readonly Rule[] = [
  {
    evidence: 'autocomplete says one-time-code',
    weight: 4,
    applies: ({ field }) => field.autocomplete.includes('one-time-code'),
  },
  {
    evidence: 'its name is a word for one-time codes',
    weight: 4,
    applies: ({ own }) =>
      / (?:totp|otp|otc|mfa|2fa|tfa|2 ?factor|two ?factor|second factor|one ?time (?:code|password|pass)|authenticator|passcode) /.test(
        own,
      ),
  },
  {
    evidence: 'its name is a phrase for codes',
    weight: 3,
    applies: ({ own }) =>
      / (?:verification|verify|security|auth|authentication|login|access|confirmation) ?code /.test(own),
  },
  { evidence: 'its name says code', weight: 1.5, applies: ({ own }) => / (?:code|pin|token|challenge) /.test(own) },
  { evidence: 'its label is a phrase for codes', weight: 3, applies: ({ label }) => LABEL_PHRASE.test(label) },
  { evidence: 'its label says code', weight: 1, applies: ({ label }) => /\bcode\b/.test(label) },
  { evidence: 'the page speaks of a second factor', weight: 1.5, applies: ({ context }) => CONTEXT.test(context) },
  { evidence: 'it takes digits', weight: 1, applies: ({ field }) => field.inputMode === 'numeric' },
  {
    evidence: 'it is as long as a code',
    weight: 1,
    applies: ({ field }) => field.maxLength >= 6 && field.maxLength <= 8,
  },
  { evidence: 'its pattern is digits', weight: 0.5, applies: ({ field }) => /\\d|\[0-9\]/.test(field.pattern) },
];

// Only inputs of these types can hold a code. HackerOne and others mask theirs as a password.
const TYPES = new Set(['text', 'tel', 'number', 'password']);
const OTHER_AUTOFILL =
  /(?:^|\s)(?:tel|cc-|postal-code|username|email|current-password|new-password|name|given-|family-|street|address|country|bday|organization|url)/;
const OTHER_WORDS =
  /\b(?:search|query|password|passwort|phone number|mobile number|card|cvc|cvv|csc|iban|zip|postal|postcode|plz|coupon|promo|voucher|gift|discount|referral|invit\w*|captcha|country|area|dial\w*|user ?label|device name)\b/;
const ONE_TIME = /one[- ]?time|\botp\b|\btotp\b/;

/** Reasons for which a field is none, whatever speaks for it. */
export const VETOES: readonly Omit<Rule, 'weight'>[] = [
  { evidence: 'its type holds no code', applies: ({ field }) => !TYPES.has(field.type) },
  { evidence: 'it is not visible', applies: ({ field }) => !field.isVisible },
  { evidence: 'it cannot be edited', applies: ({ field }) => !field.isEditable },
  { evidence: 'it holds text of the user', applies: ({ field }) => field.content === 'other' },
  { evidence: 'autocomplete names another thing', applies: ({ field }) => OTHER_AUTOFILL.test(field.autocomplete) },
  {
    evidence: 'its words name another thing',
    applies: ({ own, label }) => OTHER_WORDS.test(`${own}${label}`) && !ONE_TIME.test(`${own}${label}`),
  },
];
