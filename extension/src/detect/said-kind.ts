import type { CodeKind } from './code-kind.ts';
import { says } from './field-words.ts';
import type { Meaning } from './words/word-list.ts';

type Meanings = ReadonlySet<Meaning>;

/** `+** *** **34`, `(•••) •••-1234`, `XXX-XXX-1234` */
const MASKED_NUMBER =
  /(?:\+\s?\d|[*•·●xX#]{2,})[\d\s()*•·●xX#.-]{0,16}[*•·●xX#]{2,}[\s().-]{0,3}\d{2,4}(?!\d)|[*•·●]{3,}[\s-]?\d{2,4}(?!\d)/;
/** `a***@example.com` */
const MASKED_ADDRESS = /[\p{L}\d][*•·●]+[^\s@]{0,20}@|[*•·●]+@|@[*•·●]{2,}/u;
/** An address of somebody, in a text about sending. */
const ADDRESS = /[^\s@]+@[^\s@]+\.\p{L}{2,}/u;

/** In a name or a label one word is enough. */
export function namedKind(meanings: Meanings): CodeKind | undefined {
  if (says(meanings, 'app')) return 'totp';
  if (says(meanings, 'recovery')) return says(meanings, 'one-time-code') ? 'totp' : 'recovery';
  if (says(meanings, 'sms')) return 'sms';
  if (says(meanings, 'hardware-key', 'transaction')) return 'other';
  if (says(meanings, 'email')) return 'email';
  if (says(meanings, 'phone', 'phone-number') && says(meanings, 'code', 'code-phrase', 'one-time-code', 'sent')) {
    return 'sms';
  }
  return undefined;
}

/** In a text a channel counts when something is sent: sign-in pages name phones and addresses for other reasons. */
export function toldKind(meanings: Meanings, text: string): CodeKind | undefined {
  if (says(meanings, 'app')) return 'totp';
  if (says(meanings, 'sms') || MASKED_NUMBER.test(text)) return 'sms';
  if (MASKED_ADDRESS.test(text)) return 'email';
  if (says(meanings, 'sent')) {
    if (says(meanings, 'email') || ADDRESS.test(text)) return 'email';
    if (says(meanings, 'phone', 'phone-number')) return 'sms';
  }
  if (says(meanings, 'recovery')) return 'recovery';
  if (says(meanings, 'hardware-key', 'transaction')) return 'other';
  return undefined;
}

export function headingKind(meanings: Meanings): CodeKind | undefined {
  if (says(meanings, 'app')) return 'totp';
  if (says(meanings, 'sms')) return 'sms';
  if (says(meanings, 'recovery')) return 'recovery';
  if (says(meanings, 'email') && says(meanings, 'sent', 'code', 'code-phrase', 'one-time-code')) return 'email';
  if (says(meanings, 'phone') && says(meanings, 'sent', 'code', 'code-phrase')) return 'sms';
  return undefined;
}
