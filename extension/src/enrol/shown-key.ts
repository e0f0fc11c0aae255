import { COUNTER_RANGE, OTP_DEFAULTS, type OtpKey, parseSecretBase32, parseWholeNumber } from '@lifeguard/shared/otp';
import { meaningsOf } from '../detect/words/finders.ts';

/** A text that a page shows for typing it into an app, and the short texts around it. */
export interface ShownText {
  readonly text: string;
  /** In the order of the page: the steps and values that belong to it. */
  readonly around: readonly string[];
}

/** 80 bits, the least that services hand out. */
const MIN_CHARACTERS = 16;
const MAX_CHARACTERS = 128;
const LINES_BEFORE = 2;
const ONE_CASE = /^(?:[A-Z2-7]+|[a-z2-7]+)$/;
const SEPARATORS = /[\s\-\u2010-\u2015]+/;
const ALGORITHM = /^(?:HMAC-?)?SHA-?(1|256|512)$/i;
/** A number with its unit, such as "30" or "30 s". */
const NUMBER = /^(\d{1,3})\s*\p{Letter}{0,8}\.?$/u;
/** What is left of a line when its name is gone: "Digits: 6". */
const NAME_OF_VALUE = /^.*[:：]\s*/su;
const DIGITS: readonly number[] = [6, 7, 8];
/** In seconds. */
const [MIN_PERIOD, MAX_PERIOD] = [15, 300];

/**
 * The one key that a page shows in letters, for who can't scan its QR code. What it is for has to stand there, too: order numbers and API
 * keys look alike. A page does not name the account; `siteName` stands for the issuer.
 * @returns `undefined` when there is none, or several
 */
export function findShownKey(
  shown: readonly ShownText[],
  { pageText, siteName }: { readonly pageText: string; readonly siteName: string },
): OtpKey | 'counted' | undefined {
  const candidates = new Map(
    shown.flatMap(({ text, around }) => {
      const secretBase32 = secretOf(text);
      return secretBase32 === undefined || isForRecovery(text, around) ? [] : [[secretBase32, around] as const];
    }),
  );
  const [candidate] = candidates;
  if (candidate === undefined || candidates.size > 1) return undefined;
  const [secretBase32, around] = candidate;
  if (!meaningsOf([pageText, ...around].join(' ')).has('app')) return undefined;
  const values = valuesIn(around);
  if (values === 'counted') return 'counted';
  return { ...OTP_DEFAULTS, type: 'totp', issuer: siteName, account: '', secretBase32, ...values };
}

/** Whether the lines right before it say so: a key to keep for bad times looks the same. */
function isForRecovery(text: string, around: readonly string[]): boolean {
  const place = around.findIndex((line) => line.includes(text));
  return meaningsOf(around.slice(Math.max(place - LINES_BEFORE, 0), place + 1).join(' ')).has('recovery');
}

function secretOf(text: string): string | undefined {
  const groups = text.trim().replace(/=+$/, '').split(SEPARATORS);
  const [first = ''] = groups;
  const joined = groups.join('');
  // Groups of people's hands are equally long, words are not.
  const isGrouped = groups.every((group, place) =>
    place === groups.length - 1 ? group.length <= first.length : group.length === first.length,
  );
  if (!isGrouped || joined.length < MIN_CHARACTERS || joined.length > MAX_CHARACTERS) return undefined;
  // Of so many random characters nearly all keys have a digit, and no word has one.
  if (!ONE_CASE.test(joined) || !/\d/.test(joined)) return undefined;
  const parsed = parseSecretBase32(joined);
  return parsed.ok && parsed.warnings.length === 0 ? parsed.secretBase32 : undefined;
}

/** Values tell by themselves what they are of, in any language: SHA256, 6 to 8 digits, 15 seconds and more. */
function valuesIn(lines: readonly string[]): Partial<OtpKey> | 'counted' {
  if (lines.some((line) => meaningsOf(line).has('counter'))) return 'counted';
  const found: { algorithm?: OtpKey['algorithm']; digits?: number; periodInSeconds?: number } = {};
  for (const line of lines) {
    const value = line.replace(NAME_OF_VALUE, '').trim();
    const [, bits] = ALGORITHM.exec(value) ?? [];
    if (bits !== undefined) found.algorithm ??= `SHA${bits}` as OtpKey['algorithm'];
    // A number alone is the number of a step.
    const [, number] = value === line.trim() ? [] : (NUMBER.exec(value) ?? []);
    if (number === undefined) continue;
    const whole = parseWholeNumber(number, COUNTER_RANGE);
    if (whole !== undefined && DIGITS.includes(whole)) found.digits ??= whole;
    else if (whole !== undefined && whole >= MIN_PERIOD && whole <= MAX_PERIOD) found.periodInSeconds ??= whole;
  }
  return found;
}
