import { type FieldWords, says } from './field-words.ts';
import type { Reason } from './reason.ts';

interface Evidence {
  /** The options page shows its text. */
  readonly evidence: Reason;
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
    evidence: 'autocomplete-one-time-code',
    weight: 4,
    applies: ({ field }) => field.autocomplete.includes('one-time-code'),
  },
  {
    evidence: 'name-one-time-code',
    weight: 4,
    applies: ({ own }) => says(own, 'one-time-code', 'app'),
  },
  { evidence: 'name-code-phrase', weight: 3, applies: ({ own }) => says(own, 'code-phrase', 'recovery') },
  { evidence: 'name-code', weight: 1.5, applies: ({ own }) => says(own, 'code') },
  {
    evidence: 'class-one-time-code',
    weight: 3,
    applies: ({ hints }) => says(hints, 'one-time-code', 'app'),
  },
  { evidence: 'class-code-phrase', weight: 2, applies: ({ hints }) => says(hints, 'code-phrase') },
  {
    evidence: 'label-one-time-code',
    weight: 4,
    applies: ({ label }) => says(label, 'one-time-code', 'app', 'second-factor'),
  },
  {
    evidence: 'label-code-phrase',
    weight: 3,
    applies: ({ label }) => says(label, 'code-phrase', 'recovery'),
  },
  { evidence: 'label-code', weight: 1.5, applies: ({ label }) => says(label, 'code', 'pin') },
  {
    evidence: 'placeholder-shape',
    weight: 1.5,
    isShape: true,
    applies: ({ field }) => PLACEHOLDER_OF_DIGITS.test(field.placeholder.trim()),
  },
  {
    evidence: 'before-one-time-code',
    weight: 2,
    applies: ({ before }) => says(before, 'one-time-code', 'app', 'second-factor'),
  },
  {
    evidence: 'before-code',
    weight: 1,
    applies: ({ before }) => says(before, 'code-phrase', 'code', 'recovery'),
  },
  {
    evidence: 'digit-count',
    weight: 1,
    applies: ({ label, before, after }) => [label, before, after].some((text) => says(text, 'digit-count')),
  },
  {
    evidence: 'page-second-factor',
    weight: 1.5,
    applies: ({ form, heading }) => [form, heading].some((text) => says(text, 'second-factor', 'app', 'one-time-code')),
  },
  { evidence: 'heading-code', weight: 1, applies: ({ heading }) => says(heading, 'code-phrase') },
  {
    evidence: 'takes-digits',
    weight: 1,
    isShape: true,
    applies: ({ field }) =>
      ['numeric', 'decimal'].includes(field.inputMode) ||
      ['tel', 'number'].includes(field.type) ||
      DIGIT_PATTERN.test(field.pattern),
  },
  {
    evidence: 'code-length',
    weight: 1,
    isShape: true,
    applies: ({ field }) => field.maxLength >= 6 && field.maxLength <= 8,
  },
  {
    evidence: 'only-field',
    weight: 1,
    isShape: true,
    applies: ({ neighbours }) =>
      !neighbours.some(({ type, visibility }) => visibility === 'visible' && isWritten(type)),
  },
];

function isWritten(type: string): boolean {
  return ['text', 'tel', 'number', 'password', 'email', 'search', 'url', 'date'].includes(type);
}
