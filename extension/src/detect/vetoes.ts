import { type FieldWords, isSentOnDemand, says } from './field-words.ts';
import type { FieldSignals } from './frame-signals.ts';
import { meaningsOf, meaningsOfNames } from './words/finders.ts';
import type { OtherThing } from './words/word-list.ts';

interface Veto {
  readonly evidence: string;
  applies(words: FieldWords): boolean;
}

// Only inputs of these types can hold a code. Some pages mask theirs as a password.
const TYPES = new Set(['text', 'tel', 'number', 'password']);
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

/** Reasons for which a field is none, whatever speaks for it. */
export const VETOES: readonly Veto[] = [
  { evidence: 'its type holds no code', applies: ({ field }) => !TYPES.has(field.type) },
  { evidence: 'it is not visible', applies: ({ field }) => field.visibility === 'hidden' },
  {
    evidence: 'it is transparent, and no field for one-time codes by name',
    applies: (words) => words.field.visibility === 'transparent' && !isNamedOneTimeCode(words),
  },
  {
    evidence: 'it is read-only, and no field for one-time codes by name',
    applies: (words) => words.field.access === 'read-only' && !isNamedOneTimeCode(words),
  },
  { evidence: 'it holds text of the user', applies: ({ field }) => field.content === 'other' },
  { evidence: 'autocomplete names another thing', applies: ({ field }) => OTHER_AUTOFILL.test(field.autocomplete) },
  { evidence: 'it is too short for a code', applies: ({ field }) => field.maxLength > 1 && field.maxLength < 4 },
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

/** Whether a word for one-time codes is on the field itself. */
function isNamedOneTimeCode({ field, own, label, hints }: FieldWords): boolean {
  return (
    field.autocomplete.includes('one-time-code') ||
    says(own, 'one-time-code', 'app') ||
    says(label, 'one-time-code', 'app', 'second-factor') ||
    says(hints, 'one-time-code', 'app')
  );
}

function isAboutOneTimeCodes(words: FieldWords): boolean {
  return (
    isNamedOneTimeCode(words) ||
    [words.before, words.after, words.form, words.heading].some((text) =>
      says(text, 'one-time-code', 'app', 'second-factor'),
    )
  );
}

function isAboutSending(words: FieldWords): boolean {
  const { before, after, form, heading } = words;
  return [before, after, form, heading].some((text) => says(text, 'sent', 'sms')) || isSentOnDemand(words);
}

/** Some pages ask for two codes, one after the other, to put a device in step. */
function isForNextCode({ field, own, label, before, form, neighbours }: FieldWords): boolean {
  const others = neighbours.filter(({ visibility, type }) => visibility === 'visible' && type === field.type);
  const ordinal = ordinalOf(field);
  const isSecond = ordinal > 1 && others.some((other) => ordinalOf(other) === ordinal - 1);
  if (isSecond) return [own, label, before, form].some((text) => says(text, 'successive'));
  return (
    says(own, 'successive') && others.some(({ name, id }) => says(meaningsOfNames(name, id), 'one-time-code', 'code'))
  );
}

/** The number that a label ends with; 0 for none. */
function ordinalOf({ label }: FieldSignals): number {
  return Number(/([1-9])\W*$/.exec(label)?.[1] ?? 0);
}

/** Whether another field of the form, a hidden one too, is for a thing. */
function standsWith({ neighbours }: FieldWords, thing: OtherThing): boolean {
  return neighbours.some(({ name, id, label, autocomplete }) => {
    if (thing === 'card' && autocomplete.includes('cc-')) return true;
    return says(meaningsOfNames(name, id), thing) || says(meaningsOf(label), thing);
  });
}
