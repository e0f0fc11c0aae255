export { formatOtpauthUri } from './format-otpauth-uri.ts';
export { hotpCode } from './hotp.ts';
export { OTP_ALGORITHMS, type OtpAlgorithm, parseOtpAlgorithm } from './otp-algorithm.ts';
export {
  COUNTER_RANGE,
  DIGITS_RANGE,
  OTP_DEFAULTS,
  OTP_TYPES,
  type OtpKey,
  PERIOD_RANGE,
  STEAM_DIGITS,
} from './otp-key.ts';
export { splitLabel } from './otpauth-label.ts';
export {
  type OtpauthUriError,
  type OtpauthUriResult,
  type OtpauthUriWarning,
  parseOtpauthUri,
} from './parse-otpauth-uri.ts';
export { parseSecretBase32, type SecretRefusal, type SecretResult, type SecretWarning } from './secret-base32.ts';
export { secretBytes, secretOfBytes } from './secret-bytes.ts';
export { totpCode, type TotpCode } from './totp.ts';
export { parseWholeNumber } from './whole-number.ts';
