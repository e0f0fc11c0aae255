/** What a word says of a field, whatever its language. */
export type Meaning =
  // A code, from the surest to the vaguest word.
  | 'one-time-code'
  | 'code-phrase'
  | 'code'
  | 'digit-count'
  | 'successive'
  | 'second-factor'
  // Where a code comes from.
  | 'app'
  | 'counter'
  | 'sms'
  | 'phone'
  | 'email'
  | 'recovery'
  | 'sent'
  | 'resend'
  | 'send-code'
  | 'hardware-key'
  | 'transaction'
  // Other things that are asked for.
  | OtherThing;

/** What a field asks for in place of a one-time code. */
export type OtherThing =
  | 'bank'
  | 'captcha'
  | 'card'
  | 'coupon'
  | 'country'
  | 'date'
  | 'device-name'
  | 'elsewhere'
  | 'honeypot'
  | 'password'
  | 'person'
  | 'phone-number'
  | 'pin'
  | 'postcode'
  | 'quantity'
  | 'reference'
  | 'search'
  | 'secret'
  | 'setting'
  | 'username';

/** Words of one language for one thing. */
export interface WordList {
  readonly meaning: Meaning;
  /** BCP 47; `mul` for names of things that are the same everywhere. */
  readonly language: string;
  /** Where the words are in use. */
  readonly source: string;
  /** Between bars. `*` at an end: letters may follow or come before. Blanks also stand for hyphens, or for nothing. */
  readonly words: string;
}
