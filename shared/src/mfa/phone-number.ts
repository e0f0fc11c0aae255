/** A number in E.164, or the reason why the text is none. */
export type PhoneNumberResult =
  | { readonly ok: true; readonly e164: string }
  | { readonly ok: false; readonly reason: string };

/** ITU-T E.164 section 6, as a regular expression of JavaScript and Java: at most 15 digits, and no country code begins with zero. */
export const E164_PATTERN = '^\\+[1-9][0-9]{6,14}$';
const E164 = new RegExp(E164_PATTERN);
const VISIBLE_DIGITS = 4;

/**
 * Reads a phone number as people write it: blanks, dashes, dots and brackets are dropped, nothing is guessed.
 * @see ITU-T E.164
 */
export function parsePhoneNumber(text: string): PhoneNumberResult {
  const e164 = text.replace(/[\s().\-\u2010-\u2015]/g, '');
  if (E164.test(e164)) return { ok: true, e164 };
  if (!e164.startsWith('+')) {
    return { ok: false, reason: 'The phone number must start with + and the country code, for example +14155550123.' };
  }
  return { ok: false, reason: 'The phone number must be + followed by 7 to 15 digits, for example +14155550123.' };
}

/** The form in which a number may be shown: `+*******1234`. Only the last four digits stay, whatever the text is. */
export function maskPhoneNumber(e164: string): string {
  const digits = e164.replace(/^\+/, '');
  const hidden = Math.max(digits.length - VISIBLE_DIGITS, VISIBLE_DIGITS);
  return `+${'*'.repeat(hidden)}${digits.length > VISIBLE_DIGITS ? digits.slice(-VISIBLE_DIGITS) : ''}`;
}
