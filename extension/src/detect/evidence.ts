import { type FieldWords, says } from './field-words.ts';

interface Evidence {
  /** For people to read: the options page shows it. */
  readonly evidence: string;
  readonly weight: number;
  /** Only the shape of a field speaks, no word: many things have six digits. */
  readonly isShape?: true;
  applies(words: FieldWords): boolean;
}

const PLACEHOLDER_OF_DIGITS = /^(?:[0xX#_*•·●\-–—. ]{4,11}|(?:e\.?g\.?\s*)?\d{3}[\s-]?\d{3}(?:\d{2})?)$/;
const DIGIT_PATTERN = /\\d|\[0-9\]|\[\\d\]/;

/** What speaks for a field. */
export const EVIDENCE: readonly Evidence[] = [
  {
    evidence: 'autocomplete says one-time-code',
    weight: 4,
    applies: ({ field }) => field.autocomplete.includes('one-time-code'),
  },
  {
    evidence: 'its name is a word for one-time codes',
    weight: 4,
    applies: ({ own }) => says(own, 'one-time-code', 'app'),
  },
  { evidence: 'its name is a phrase for codes', weight: 3, applies: ({ own }) => says(own, 'code-phrase', 'recovery') },
  { evidence: 'its name says code', weight: 1.5, applies: ({ own }) => says(own, 'code') },
  {
    evidence: 'its class is a word for one-time codes',
    weight: 3,
    applies: ({ hints }) => says(hints, 'one-time-code', 'app'),
  },
  { evidence: 'its class is a phrase for codes', weight: 2, applies: ({ hints }) => says(hints, 'code-phrase') },
  {
    evidence: 'its label is a phrase for one-time codes',
    weight: 4,
    applies: ({ label }) => says(label, 'one-time-code', 'app', 'second-factor'),
  },
  {
    evidence: 'its label is a phrase for codes',
    weight: 3,
    applies: ({ label }) => says(label, 'code-phrase', 'recovery'),
  },
  { evidence: 'its label says code', weight: 1.5, applies: ({ label }) => says(label, 'code', 'pin') },
  {
    evidence: 'its placeholder has the shape of a code',
    weight: 1.5,
    isShape: true,
    applies: ({ field }) => PLACEHOLDER_OF_DIGITS.test(field.placeholder.trim()),
  },
  {
    evidence: 'the text before it speaks of one-time codes',
    weight: 2,
    applies: ({ before }) => says(before, 'one-time-code', 'app', 'second-factor'),
  },
  {
    evidence: 'the text before it speaks of a code',
    weight: 1,
    applies: ({ before }) => says(before, 'code-phrase', 'code', 'recovery'),
  },
  {
    evidence: 'a text near it says how many digits',
    weight: 1,
    applies: ({ label, before, after }) => [label, before, after].some((text) => says(text, 'digit-count')),
  },
  {
    evidence: 'the page speaks of a second factor',
    weight: 1.5,
    applies: ({ form, heading }) => [form, heading].some((text) => says(text, 'second-factor', 'app', 'one-time-code')),
  },
  { evidence: 'a heading speaks of a code', weight: 1, applies: ({ heading }) => says(heading, 'code-phrase') },
  {
    evidence: 'it takes digits',
    weight: 1,
    isShape: true,
    applies: ({ field }) =>
      ['numeric', 'decimal'].includes(field.inputMode) ||
      ['tel', 'number'].includes(field.type) ||
      DIGIT_PATTERN.test(field.pattern),
  },
  {
    evidence: 'it is as long as a code',
    weight: 1,
    isShape: true,
    applies: ({ field }) => field.maxLength >= 6 && field.maxLength <= 8,
  },
  {
    evidence: 'it is the only field of its form',
    weight: 1,
    isShape: true,
    applies: ({ neighbours }) =>
      !neighbours.some(({ type, visibility }) => visibility === 'visible' && isWritten(type)),
  },
];

function isWritten(type: string): boolean {
  return ['text', 'tel', 'number', 'password', 'email', 'search', 'url', 'date'].includes(type);
}
