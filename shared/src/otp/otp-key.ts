import { OTP_ALGORITHMS, type OtpAlgorithm } from './otp-algorithm.ts';
import { isWithin, type WholeNumberRange } from './whole-number.ts';

/**
 * Everything that a code is made from. `steam` is TOTP with Steam's five letters instead of digits.
 * Fields that a type doesn't use hold their default: `counter` of TOTP and Steam, `periodInSeconds` of HOTP.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export interface OtpKey {
  readonly type: 'totp' | 'hotp' | 'steam';
  /** Who asks for the code, or the empty text. It comes from outside: show it as text, never as a link or as HTML. */
  readonly issuer: string;
  /** Whose code it is, or the empty text. The same care as for `issuer`. */
  readonly account: string;
  /** RFC 4648 section 6: upper case, without padding. */
  readonly secretBase32: string;
  readonly algorithm: OtpAlgorithm;
  readonly digits: number;
  readonly periodInSeconds: number;
  /** The counter of the next HOTP code. */
  readonly counter: number;
}

export const OTP_TYPES: readonly OtpKey['type'][] = ['totp', 'hotp', 'steam'];

/** What a key has when nobody says otherwise: RFC 6238 section 4.1 and the Key URI format. */
export const OTP_DEFAULTS = { algorithm: 'SHA1', digits: 6, periodInSeconds: 30, counter: 0 } as const;

/** A Steam code always has five characters. */
export const STEAM_DIGITS = 5;

export const DIGITS_RANGE: WholeNumberRange = { min: 4, max: 10 };
// The end of a step must stay an exact number of milliseconds.
export const PERIOD_RANGE: WholeNumberRange = { min: 1, max: Math.floor(Number.MAX_SAFE_INTEGER / 2000) };
export const COUNTER_RANGE: WholeNumberRange = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** @throws RangeError when a field is outside its bounds. The secret is looked at where it is used. */
export function assertOtpKey(key: OtpKey): void {
  if (!OTP_TYPES.includes(key.type)) throw new RangeError('The type of the key is unknown.');
  if (!OTP_ALGORITHMS.includes(key.algorithm)) throw new RangeError('The algorithm of the key is unknown.');
  if (!isWithin(DIGITS_RANGE, key.digits)) throw new RangeError('The digits of the key are out of bounds.');
  if (key.type === 'steam' && key.digits !== STEAM_DIGITS) throw new RangeError('A Steam key has 5 digits.');
  if (!isWithin(PERIOD_RANGE, key.periodInSeconds)) throw new RangeError('The period of the key is out of bounds.');
  if (!isWithin(COUNTER_RANGE, key.counter)) throw new RangeError('The counter of the key is out of bounds.');
}
