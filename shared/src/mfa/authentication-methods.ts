import type { MfaFactor } from './factor.ts';

/**
 * What a factor adds to the `amr` claim of tokens: how the user has proven it, and that it was not the only proof.
 * @see RFC 8176, section 2; it has no value for codes by e-mail
 */
export function authenticationMethods(factor: MfaFactor): readonly string[] {
  switch (factor) {
    case 'SMS_MFA':
      return ['sms', 'mfa'];
    case 'SOFTWARE_TOKEN_MFA':
      return ['otp', 'mfa'];
    case 'EMAIL_OTP':
      return ['mfa'];
  }
}
