import type { CodeKind } from './code-kind.ts';

/** What speaks for a field or against it: a key, whose text the settings have in each language, and behind a colon what belongs into the text. */
export type Reason = FieldReason | `boxes:${number}` | `${KindReason}:${CodeKind}`;

/** Words that say where the code comes from, the nearest first. */
export type KindReason =
  | 'label-says'
  | 'name-says'
  | 'before-says'
  | 'class-says'
  | 'after-says'
  | 'form-says'
  | 'heading-says'
  | 'button-says'
  | 'neighbour-says';

type FieldReason = For | Against;

type For =
  | 'autocomplete-one-time-code'
  | 'name-one-time-code'
  | 'name-code-phrase'
  | 'name-code'
  | 'class-one-time-code'
  | 'class-code-phrase'
  | 'label-one-time-code'
  | 'label-code-phrase'
  | 'label-code'
  | 'placeholder-shape'
  | 'before-one-time-code'
  | 'before-code'
  | 'digit-count'
  | 'page-second-factor'
  | 'heading-code'
  | 'takes-digits'
  | 'code-length'
  | 'only-field'
  | 'chosen-by-user'
  | 'factor-stated'
  | 'kind-unsaid';

type Against =
  | 'too-little'
  | 'wrong-type'
  | 'not-visible'
  | 'holds-text'
  | 'autocomplete-other'
  | 'too-short'
  | 'transparent'
  | 'read-only'
  | 'honeypot'
  | 'search'
  | 'label-other'
  | 'asks-for-key'
  | 'setting'
  | 'next-code'
  | 'table-head'
  | 'name-other'
  | 'label-without-codes'
  | 'name-without-codes'
  | 'pin'
  | 'card'
  | 'captcha'
  | 'few-boxes'
  | 'page-other';
