import { CODE_INPUT_TYPES } from './code-input-types.ts';
import { isAboutOneTimeCodes, isAboutSending, isForNextCode, isNamedOneTimeCode, standsWith } from './field-facts.ts';
import { type FieldWords, isSentOnDemand, says } from './field-words.ts';
import type { Reason } from './reason.ts';
import type { OtherThing } from './words/word-list.ts';

interface Veto {
  readonly evidence: Reason;
  applies(words: FieldWords): boolean;
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-detail-tokens */
const OTHER_AUTOFILL =
  /(?:^|\s)(?:tel|cc-|postal-code|username|email|current-password|new-password|name|given-|family-|additional-|nickname|honorific|street|address|country|bday|organization|url|sex|language|transaction)/;

/** Things that have codes, too: "postal code", "coupon code". Only a word for one-time codes says that they aren't meant. */
const WITH_CODES: readonly OtherThing[] = [
  'bank',
  'captcha',
  'card',
  'country',
  'coupon',
  'elsewhere',
  'postcode',
  'reference',
  'search',
  'secret',
];
/** Things that a code may belong to: the "e-mail code" is no address, a "PIN code" may be one. */
const WITHOUT_CODES: readonly OtherThing[] = [
  'date',
  'device-name',
  'password',
  'person',
  'phone-number',
  'quantity',
  'username',
];

/** Reasons in a field's attributes for which it is none, whatever speaks for it. */
export const SHAPE_VETOES: readonly Veto[] = [
  { evidence: 'wrong-type', applies: ({ field }) => !CODE_INPUT_TYPES.has(field.type) },
  { evidence: 'not-visible', applies: ({ field }) => field.visibility === 'hidden' },
  { evidence: 'holds-text', applies: ({ field }) => field.content === 'other' },
  { evidence: 'autocomplete-other', applies: ({ field }) => OTHER_AUTOFILL.test(field.autocomplete) },
  { evidence: 'too-short', applies: ({ field }) => field.maxLength > 1 && field.maxLength < 4 },
];

/** Reasons in the words in and around it. */
export const WORD_VETOES: readonly Veto[] = [
  {
    evidence: 'transparent',
    applies: (words) => words.field.visibility === 'transparent' && !isNamedOneTimeCode(words),
  },
  {
    evidence: 'read-only',
    applies: (words) => words.field.access === 'read-only' && !isNamedOneTimeCode(words),
  },
  {
    evidence: 'honeypot',
    applies: ({ own, hints, label }) => [own, hints, label].some((words) => says(words, 'honeypot')),
  },
  {
    evidence: 'search',
    applies: (words) =>
      words.field.place === 'search' ||
      words.field.name === 'q' ||
      [words.own, words.label].some((text) => says(text, 'search')) ||
      (!isNamedOneTimeCode(words) && [words.hints, words.formName].some((text) => says(text, 'search'))),
  },
  {
    evidence: 'label-other',
    applies: ({ label }) => says(label, ...WITH_CODES) && !says(label, 'one-time-code', 'app', 'second-factor'),
  },
  {
    evidence: 'asks-for-key',
    applies: ({ label }) => says(label, 'secret') && !says(label, 'code', 'code-phrase'),
  },
  {
    evidence: 'setting',
    applies: ({ own, label }) =>
      says(label, 'setting') || (says(own, 'setting') && !says(label, 'one-time-code', 'app')),
  },
  { evidence: 'next-code', applies: isForNextCode },
  {
    evidence: 'table-head',
    applies: ({ field }) => field.place === 'table-head',
  },
  {
    evidence: 'name-other',
    applies: ({ own, label }) =>
      says(own, ...WITH_CODES) && !says(own, 'one-time-code', 'app') && !says(label, 'one-time-code', 'app'),
  },
  {
    evidence: 'label-without-codes',
    applies: ({ label }) =>
      says(label, ...WITHOUT_CODES) && !says(label, 'one-time-code', 'code-phrase', 'code', 'app', 'second-factor'),
  },
  {
    evidence: 'name-without-codes',
    applies: ({ own, label }) =>
      says(own, ...WITHOUT_CODES) &&
      !says(own, 'one-time-code', 'code-phrase', 'code', 'app') &&
      !says(label, 'one-time-code', 'code-phrase', 'app', 'second-factor'),
  },
  {
    evidence: 'pin',
    applies: (words) => (says(words.own, 'pin') || says(words.label, 'pin')) && !isAboutOneTimeCodes(words),
  },
  { evidence: 'card', applies: (words) => !isNamedOneTimeCode(words) && standsWith(words, 'card') },
  {
    evidence: 'captcha',
    applies: (words) =>
      !isNamedOneTimeCode(words) &&
      !isSentOnDemand(words) &&
      ([words.pictures, words.hints, words.before, words.after].some((text) => says(text, 'captcha')) ||
        standsWith(words, 'captcha')),
  },
  {
    evidence: 'few-boxes',
    applies: (words) => words.count > 1 && words.count < 5 && !isAboutOneTimeCodes(words) && !isAboutSending(words),
  },
  {
    evidence: 'page-other',
    applies: (words) =>
      !isAboutOneTimeCodes(words) &&
      [words.before, words.after, words.heading].some((text) =>
        says(text, 'elsewhere', 'coupon', 'reference', 'secret'),
      ),
  },
];
