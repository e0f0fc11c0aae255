import { parseOtpAlgorithm } from './otp-algorithm.ts';
import {
  COUNTER_RANGE,
  DIGITS_RANGE,
  OTP_DEFAULTS,
  OTP_TYPES,
  type OtpKey,
  PERIOD_RANGE,
  STEAM_DIGITS,
} from './otp-key.ts';
import { splitLabel } from './otpauth-label.ts';
import { percentDecode } from './percent-encoding.ts';
import { parseSecretBase32, type SecretRefusal, type SecretWarning } from './secret-base32.ts';
import { splitOtpauthUri } from './split-otpauth-uri.ts';
import { parseWholeNumber, type WholeNumberRange } from './whole-number.ts';

/** The key is usable; these are the reasons to show it to a person before it is kept. */
export type OtpauthUriWarning =
  | SecretWarning
  | 'bad-encoding'
  | 'duplicate-parameter'
  | 'fragment-ignored'
  | 'issuer-mismatch'
  | 'missing-counter'
  | 'steam-digits'
  | 'suspicious-characters';

const MESSAGES = {
  'too-long': 'The text is far longer than any otpauth URI.',
  'not-otpauth': 'The text is no otpauth URI; those begin with otpauth://totp/ or otpauth://hotp/.',
  migration: 'This is a Google Authenticator export of several accounts; ask each service for its own QR code instead.',
  'unsupported-type': 'The otpauth URI must be of the type totp, hotp or steam.',
  'bad-algorithm': 'The algorithm of the otpauth URI must be SHA1, SHA256 or SHA512.',
  'bad-digits': `The digits of the otpauth URI must be a number from ${DIGITS_RANGE.min} to ${DIGITS_RANGE.max}.`,
  'bad-period': 'The period of the otpauth URI must be a whole number of seconds, at least 1.',
  'bad-counter': 'The counter of the otpauth URI must be a whole number, at least 0.',
} as const;

export type OtpauthUriError = keyof typeof MESSAGES | SecretRefusal['error'];

export type OtpauthUriResult =
  | { readonly ok: true; readonly key: OtpKey; readonly warnings: readonly OtpauthUriWarning[] }
  | {
      readonly ok: false;
      readonly error: OtpauthUriError;
      /** One sentence for people, without any part of the secret. */
      readonly message: string;
      readonly hint?: 'looks-like-hex';
    };

// A QR code holds at most 4,296 such characters; pasted URIs may carry a picture's address and the like.
const MAX_LENGTH = 16_384;
const SCHEME = /^otpauth:\/\/(?=.)/is;
const MIGRATION_SCHEME = /^otpauth-migration:/i;
const PARAMETERS = ['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter', 'encoder'] as const;
type ParameterName = (typeof PARAMETERS)[number];
// Controls, bidirectional marks and zero-width characters make one name look like another.
const SUSPICIOUS_CHARACTERS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * Reads an otpauth URI as it comes from a QR code or a clipboard. How it is written may vary (case, blanks, repeated or
 * escaped parameters, broken percent signs); what decides the code may not: an unknown algorithm or a number out of
 * bounds is refused and never replaced by a default. Total on any text, in linear time; nothing that the URI names is
 * loaded.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function parseOtpauthUri(text: string): OtpauthUriResult {
  if (text.length > MAX_LENGTH) return refuse('too-long');
  const uri = text.trim().toWellFormed();
  if (MIGRATION_SCHEME.test(uri)) return refuse('migration');
  if (!SCHEME.test(uri)) return refuse('not-otpauth');

  const { values, repeated, ...parts } = splitOtpauthUri(uri.replace(SCHEME, ''));
  const warnings = new Set<OtpauthUriWarning>();

  function decode(encoded: string): string {
    const { text: decoded, malformed } = percentDecode(encoded);
    if (malformed) warnings.add('bad-encoding');
    return decoded.trim();
  }
  function parameter(name: ParameterName): string {
    return decode(values.get(name) ?? '');
  }
  function wholeNumber(name: ParameterName, absent: number, range: WholeNumberRange): number | undefined {
    return parseWholeNumber(parameter(name) || String(absent), range);
  }

  const writtenType = OTP_TYPES.find((known) => known === parts.type.toLowerCase());
  if (writtenType === undefined) return refuse('unsupported-type');
  // KeePassXC's way of writing a Steam key.
  const type = writtenType === 'totp' && parameter('encoder').toLowerCase() === 'steam' ? 'steam' : writtenType;

  const secret = parseSecretBase32(parameter('secret'));
  if (!secret.ok) return secret;
  const algorithm = parseOtpAlgorithm(parameter('algorithm') || OTP_DEFAULTS.algorithm);
  if (algorithm === undefined) return refuse('bad-algorithm');
  const digits = wholeNumber('digits', type === 'steam' ? STEAM_DIGITS : OTP_DEFAULTS.digits, DIGITS_RANGE);
  if (digits === undefined) return refuse('bad-digits');
  // Each type reads its own moving factor: RFC 4226 section 5.1, RFC 6238 section 4.
  const period = OTP_DEFAULTS.periodInSeconds;
  const periodInSeconds = type === 'hotp' ? period : wholeNumber('period', period, PERIOD_RANGE);
  if (periodInSeconds === undefined) return refuse('bad-period');
  const counter = type === 'hotp' ? wholeNumber('counter', OTP_DEFAULTS.counter, COUNTER_RANGE) : OTP_DEFAULTS.counter;
  if (counter === undefined) return refuse('bad-counter');

  // Producers that form-encode write a blank as `+` here; the label is a path, where `+` is itself.
  const issuer = decode((values.get('issuer') ?? '').replaceAll('+', ' '));
  const issuerReadings = [issuer, parameter('issuer')];
  const label = splitLabel(decode(parts.label), issuerReadings);
  const key: OtpKey = {
    type,
    issuer: issuer || label.issuer,
    account: label.account,
    secretBase32: secret.secretBase32,
    algorithm,
    digits: type === 'steam' ? STEAM_DIGITS : digits,
    periodInSeconds,
    counter,
  };

  for (const warning of secret.warnings) warnings.add(warning);
  if (parts.hasFragment) warnings.add('fragment-ignored');
  if (PARAMETERS.some((name) => repeated.has(name))) warnings.add('duplicate-parameter');
  if (type === 'hotp' && parameter('counter') === '') warnings.add('missing-counter');
  if (type === 'steam' && digits !== STEAM_DIGITS) warnings.add('steam-digits');
  if (isMismatch(label.issuer, issuerReadings)) warnings.add('issuer-mismatch');
  if (SUSPICIOUS_CHARACTERS.test(key.issuer + key.account)) warnings.add('suspicious-characters');
  return { ok: true, key, warnings: [...warnings] };
}

/** Whether label and parameter both name an issuer, and not the same one. */
function isMismatch(labelIssuer: string, issuerReadings: readonly string[]): boolean {
  const readings = issuerReadings.filter((reading) => reading !== '').map((reading) => reading.toLowerCase());
  return labelIssuer !== '' && readings.length > 0 && !readings.includes(labelIssuer.toLowerCase());
}

function refuse(error: keyof typeof MESSAGES): OtpauthUriResult {
  return { ok: false, error, message: MESSAGES[error] };
}
