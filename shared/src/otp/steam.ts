import { hotpCode } from './hotp.ts';
import { DIGITS_RANGE, type OtpKey, STEAM_DIGITS } from './otp-key.ts';

// Without the characters that look like another one.
const ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';

/**
 * The Steam Guard code of a time step: the number of RFC 4226 section 5.3 in base 26, lowest place first.
 * @see https://github.com/keepassxreboot/keepassxc/blob/develop/src/core/Totp.cpp
 */
export function steamCode(key: OtpKey, step: number): string {
  // Ten decimal digits hold the whole 31-bit number.
  let number = Number(hotpCode({ ...key, type: 'hotp', digits: DIGITS_RANGE.max }, step));
  let code = '';
  while (code.length < STEAM_DIGITS) {
    code += ALPHABET.charAt(number % ALPHABET.length);
    number = Math.floor(number / ALPHABET.length);
  }
  return code;
}
