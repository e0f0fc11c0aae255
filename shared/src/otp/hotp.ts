import { HOTP, Secret } from 'otpauth';
import { assertOtpKey, COUNTER_RANGE, type OtpKey } from './otp-key.ts';
import { parseSecretBase32 } from './secret-base32.ts';
import { isWithin } from './whole-number.ts';

/**
 * The HOTP code of a counter, always as long as the key says: leading zeros belong to it.
 * @see RFC 4226 section 5.3
 * @throws RangeError when the key or the counter is out of bounds
 */
export function hotpCode(key: OtpKey, counter: number): string {
  assertOtpKey(key);
  if (!isWithin(COUNTER_RANGE, counter)) throw new RangeError('The counter is out of bounds.');
  const secret = parseSecretBase32(key.secretBase32);
  if (!secret.ok) throw new RangeError(secret.message);
  return HOTP.generate({
    secret: Secret.fromBase32(secret.secretBase32),
    algorithm: key.algorithm,
    digits: key.digits,
    counter,
  });
}
