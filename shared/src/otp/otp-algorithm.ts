/** The hash of the HMAC: RFC 6238 section 1.2. */
export type OtpAlgorithm = 'SHA1' | 'SHA256' | 'SHA512';

export const OTP_ALGORITHMS: readonly OtpAlgorithm[] = ['SHA1', 'SHA256', 'SHA512'];

// SHA1, sha-1, HmacSHA256, HMAC-SHA-512
const SPELLING = /^(?:hmac[-_ ]?)?sha[-_ ]?(1|256|512)$/i;

/** Reads an algorithm in the spellings that producers use. An unknown one is `undefined` and never SHA1. */
export function parseOtpAlgorithm(text: string): OtpAlgorithm | undefined {
  const size = SPELLING.exec(text)?.[1];
  return OTP_ALGORITHMS.find((algorithm) => algorithm === `SHA${size}`);
}
