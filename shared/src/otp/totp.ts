import { hotpCode } from './hotp.ts';
import { assertOtpKey, type OtpKey } from './otp-key.ts';
import { steamCode } from './steam.ts';

export interface TotpCode {
  readonly code: string;
  /** The time step T of RFC 6238 section 4.2, which a verifier remembers to refuse a second use. */
  readonly step: number;
  /** The first moment of the next step, in Unix milliseconds. */
  readonly validUntilInMillis: number;
}

/**
 * The code of a TOTP or Steam key at a moment in Unix milliseconds.
 * @see RFC 6238 section 4
 * @throws TypeError for an HOTP key; RangeError when the key or the moment is out of bounds
 */
export function totpCode(key: OtpKey, unixMillis: number): TotpCode {
  if (key.type === 'hotp') throw new TypeError('An HOTP key makes its codes from a counter, not from the time.');
  assertOtpKey(key);
  const periodInMillis = key.periodInSeconds * 1000;
  const step = Math.floor(unixMillis / periodInMillis);
  return {
    code: key.type === 'steam' ? steamCode(key, step) : hotpCode(key, step),
    step,
    validUntilInMillis: (step + 1) * periodInMillis,
  };
}
