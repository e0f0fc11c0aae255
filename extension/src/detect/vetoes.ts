import { CODE_INPUT_TYPES } from './code-input-types.ts';
import { isAboutOneTimeCodes, isAboutSending, isForNextCode, isNamedOneTimeCode, standsWith } from './field-facts.ts';
import { type FieldWords, isSentOnDemand, says } from './field-words.ts';
import type { OtherThing } from './words/word-list.ts';

interface Veto {
  readonly evidence: string;
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
  { evidence: 'its type holds no code', applies: ({ field }) => !CODE_INPUT_TYPES.has(field.type) },
  { evidence: 'it is not visible', applies: ({ field }) => field.visibility === 'hidden' },
  { evidence: 'it holds text of the user', applies: ({ field }) => field.content === 'other' },
  { evidence: 'autocomplete names another thing', applies: ({ field }) => OTHER_AUTOFILL.test(field.autocomplete) },
  { evidence: 'it is too short for a code', applies: ({ field }) => field.maxLength > 1 && field.maxLength < 4 },
];

/** Reasons in the words in and around it. */
export const WORD_VETOES: readonly Veto[] = [
  {
    evidence: 'it is transparent, and no field for one-time codes by name',
    applies: (words) => words.field.visibility === 'transparent' && !isNamedOneTimeCode(words),
  },
  {
    evidence: 'it is read-only, and no field for one-time codes by name',
    applies: (words) => words.field.access === 'read-only' && !isNamedOneTimeCode(words),
  },
  {
    evidence: 'it is there to catch robots',
    applies: ({ own, hints, label }) => [own, hints, label].some((words) => says(words, 'honeypot')),
  },
  {
    evidence: 'it is a search',
    applies: (words) =>
      words.field.place === 'search' ||
      words.field.name === 'q' ||
      [words.own, words.label].some((text) => says(text, 'search')) ||
      (!isNamedOneTimeCode(words) && [words.hints, words.formName].some((text) => says(text, 'search'))),
  },
  {
    evidence: 'its label names another thing',
    applies: ({ label }) => says(label, ...WITH_CODES) && !says(label, 'one-time-code', 'app', 'second-factor'),
  },
  {
    evidence: 'it asks for the key of an authenticator',
    applies: ({ label }) => says(label, 'secret') && !says(label, 'code', 'code-phrase'),
  },
  {
    evidence: 'it is a setting',
    applies: ({ own, label }) =>
      says(label, 'setting') || (says(own, 'setting') && !says(label, 'one-time-code', 'app')),
  },
  { evidence: 'it takes the code after that of another field', applies: isForNextCode },
  {
    evidence: 'it stands in the head of a table',
    applies: ({ field }) => field.place === 'table-head',
  },
  {
    evidence: 'its name names another thing',
    applies: ({ own, label }) =>
      says(own, ...WITH_CODES) && !says(own, 'one-time-code', 'app') && !says(label, 'one-time-code', 'app'),
  },
  {
    evidence: 'its label names a thing without codes',
    applies: ({ label }) =>
      says(label, ...WITHOUT_CODES) && !says(label, 'one-time-code', 'code-phrase', 'code', 'app', 'second-factor'),
  },
  {
    evidence: 'its name names a thing without codes',
    applies: ({ own, label }) =>
      says(own, ...WITHOUT_CODES) &&
      !says(own, 'one-time-code', 'code-phrase', 'code', 'app') &&
      !says(label, 'one-time-code', 'code-phrase', 'app', 'second-factor'),
  },
  {
    evidence: 'it is a PIN, and nothing speaks of a second factor',
    applies: (words) => (says(words.own, 'pin') || says(words.label, 'pin')) && !isAboutOneTimeCodes(words),
  },
  { evidence: 'it stands with a card', applies: (words) => !isNamedOneTimeCode(words) && standsWith(words, 'card') },
  {
    evidence: 'it is the answer to a captcha',
    applies: (words) =>
      !isNamedOneTimeCode(words) &&
      !isSentOnDemand(words) &&
      ([words.pictures, words.hints, words.before, words.after].some((text) => says(text, 'captcha')) ||
        standsWith(words, 'captcha')),
  },
  {
    evidence: 'a few boxes, and nothing speaks of a code that is sent or shown',
    applies: (words) => words.count > 1 && words.count < 5 && !isAboutOneTimeCodes(words) && !isAboutSending(words),
  },
  {
    evidence: 'the page speaks of codes for another thing',
    applies: (words) =>
      !isAboutOneTimeCodes(words) &&
      [words.before, words.after, words.heading].some((text) =>
        says(text, 'elsewhere', 'coupon', 'reference', 'secret'),
      ),
  },
];
