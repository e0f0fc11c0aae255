import {
  COUNTER_RANGE,
  DIGITS_RANGE,
  OTP_DEFAULTS,
  OTP_TYPES,
  type OtpKey,
  parseOtpAlgorithm,
  parseSecretBase32,
  parseWholeNumber,
  PERIOD_RANGE,
  secretOfBytes,
  STEAM_DIGITS,
} from '@lifeguard/shared/otp';
import { accountName } from '../account-name.ts';
import { type EntryResult, rejected } from './import-result.ts';
import { textOf } from './json.ts';

/** The fields of an entry as a file has them. What is absent, null or empty has its default. */
export interface KeyFields {
  /** `totp`, `hotp` or `steam`, in any case. */
  readonly type?: unknown;
  readonly issuer?: unknown;
  readonly account?: unknown;
  /** Base32, or the bytes. */
  readonly secret: unknown;
  readonly algorithm?: unknown;
  readonly digits?: unknown;
  readonly periodInSeconds?: unknown;
  readonly counter?: unknown;
}

// Steam makes its codes in one way alone, whatever an app has noted about it.
const STEAM = { algorithm: OTP_DEFAULTS.algorithm, digits: STEAM_DIGITS } as const;

/** Checks the fields of an entry. What decides the code is refused when it is out of bounds, never replaced. */
export function readKey(fields: KeyFields): EntryResult {
  const issuer = textOf(fields.issuer);
  const account = textOf(fields.account);
  const name = accountName(issuer, account);

  const type = OTP_TYPES.find((known) => known === orDefault(fields.type, 'totp').toLowerCase());
  if (type === undefined) return rejected('unsupported-type', name);
  const secret = parseSecretBase32(secretText(fields.secret));
  if (!secret.ok) return rejected(secret.error, name);
  const algorithm = parseOtpAlgorithm(orDefault(fields.algorithm, OTP_DEFAULTS.algorithm));
  if (algorithm === undefined) return rejected('bad-algorithm', name);
  const digits = parseWholeNumber(orDefault(fields.digits, OTP_DEFAULTS.digits), DIGITS_RANGE);
  if (digits === undefined) return rejected('bad-digits', name);
  const period = type === 'hotp' ? undefined : fields.periodInSeconds;
  const periodInSeconds = parseWholeNumber(orDefault(period, OTP_DEFAULTS.periodInSeconds), PERIOD_RANGE);
  if (periodInSeconds === undefined) return rejected('bad-period', name);
  const nextCounter = type === 'hotp' ? fields.counter : undefined;
  const counter = parseWholeNumber(orDefault(nextCounter, OTP_DEFAULTS.counter), COUNTER_RANGE);
  if (counter === undefined) return rejected('bad-counter', name);

  const { secretBase32 } = secret;
  const key: OtpKey = { type, issuer, account, secretBase32, algorithm, digits, periodInSeconds, counter };
  return { kind: 'entry', entry: { key: type === 'steam' ? { ...key, ...STEAM } : key, trashed: false } };
}

function orDefault(value: unknown, absent: string | number): string {
  if (value === undefined || value === null || value === '') return String(absent);
  // Some apps write numbers as texts. Anything else becomes a text that no check lets pass.
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '?';
}

function secretText(secret: unknown): string {
  if (secret instanceof Uint8Array) return secretOfBytes(secret);
  if (secret === undefined || secret === null) return '';
  return typeof secret === 'string' ? secret : '?';
}
