import type { FactorPreference, MfaSettings } from '@lifeguard/shared/mfa';
import { setUserPreference } from '../../administration/administer-user.ts';
import { invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';

/** The blocks of SetUserMFAPreference; one that is absent leaves its factor as it is. */
export interface PreferenceBlocks {
  readonly SMSMfaSettings?: FactorPreference;
  readonly SoftwareTokenMfaSettings?: FactorPreference;
  readonly EmailMfaSettings?: FactorPreference;
  readonly WebAuthnMfaSettings?: { readonly Enabled?: boolean };
}

/**
 * Turns factors of the open user on and off and prefers one. What a pool asks for is another matter: a pool at ON goes on asking.
 * @throws CognitoError when the user does not have a factor, or two are to be preferred; nothing was changed
 */
export function setPreference(
  ports: CognitoPorts,
  { SMSMfaSettings, SoftwareTokenMfaSettings, EmailMfaSettings, WebAuthnMfaSettings }: PreferenceBlocks,
): MfaSettings {
  if (WebAuthnMfaSettings?.Enabled === true) {
    throw invalidParameter('User does not have delivery config set to turn on WEB_AUTHN');
  }
  const result = setUserPreference(
    {
      SMS_MFA: SMSMfaSettings ?? null,
      SOFTWARE_TOKEN_MFA: SoftwareTokenMfaSettings ?? null,
      EMAIL_OTP: EmailMfaSettings ?? null,
    },
    ports,
  );
  if (result.ok) return result.settings;
  throw result.code === 'invalid-preference' ? invalidParameter(result.reason) : notAuthorized(result.reason);
}
