/** Cognito's names of second factors. The plugin serves SMS and software tokens; `EMAIL_OTP` exists for the rules' completeness. */
export type MfaFactor = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP';

/** The order in which factors are listed to a person and to a client. */
export const MFA_FACTORS: readonly MfaFactor[] = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'];

export function isMfaFactor(text: string): text is MfaFactor {
  return (MFA_FACTORS as readonly string[]).includes(text);
}
