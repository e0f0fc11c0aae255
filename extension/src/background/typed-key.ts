import {
  DIGITS_RANGE,
  OTP_DEFAULTS,
  type OtpauthUriError,
  type OtpKey,
  parseOtpAlgorithm,
  parseSecretBase32,
  parseWholeNumber,
  PERIOD_RANGE,
} from '@lifeguard/shared/otp';
import { typedNames } from '../account-name.ts';
import type { Answer } from '../border.ts';
import type { AccountByHand } from '../messages/accounts-api.ts';

/** The key of an account that a person has typed; what it may be is the same as in a setup link. */
export function typedKey(typed: AccountByHand): Answer<{ readonly key: OtpKey }, 'no-name' | OtpauthUriError> {
  const names = typedNames(typed);
  if (names.issuer === '' && names.account === '') return { ok: false, reason: 'no-name' };
  const secret = parseSecretBase32(typed.secret);
  if (!secret.ok) return { ok: false, reason: secret.error };
  const algorithm = parseOtpAlgorithm(typed.algorithm);
  if (algorithm === undefined) return { ok: false, reason: 'bad-algorithm' };
  const digits = parseWholeNumber(typed.digits.trim(), DIGITS_RANGE);
  if (digits === undefined) return { ok: false, reason: 'bad-digits' };
  const periodInSeconds = parseWholeNumber(typed.periodInSeconds.trim(), PERIOD_RANGE);
  if (periodInSeconds === undefined) return { ok: false, reason: 'bad-period' };
  const { secretBase32 } = secret;
  const { counter } = OTP_DEFAULTS;
  return { ok: true, key: { type: 'totp', ...names, secretBase32, algorithm, digits, periodInSeconds, counter } };
}
