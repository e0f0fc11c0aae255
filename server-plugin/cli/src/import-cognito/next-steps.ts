import type { MfaSettings, PoolPolicy } from '@lifeguard/shared/mfa';

/**
 * What a user has to do for a password, which Cognito gives nobody. `reset`: by a code to a verified address or number. `administrator`:
 * there is none, so somebody has to set one. `identity-provider`: the user has none, and the identity provider has to be set up here.
 */
export type NextPassword = 'reset' | 'administrator' | 'identity-provider';

/**
 * What is asked after the password from now on; seeds of authenticators do not come along. `enrols`: the user sets one up at the next
 * sign-in. `lost`: the user had an authenticator, and is asked for nothing until there is a new one. `if-enrolled`: the user may have had
 * one, which list-users does not tell. `impossible`: the pool asks, and the user has nothing to answer with.
 */
export type NextFactor = 'none' | 'sms' | 'enrols' | 'lost' | 'if-enrolled' | 'impossible';

export function nextPassword(user: { readonly isExternal: boolean; readonly canReceiveCode: boolean }): NextPassword {
  if (user.isExternal) return 'identity-provider';
  return user.canReceiveCode ? 'reset' : 'administrator';
}

export interface ImportedFactors {
  readonly hasPhoneNumber: boolean;
  /** As they are here. */
  readonly settings: MfaSettings;
  /** Whether an authenticator was turned on at Cognito; absent when nobody has asked. */
  readonly hadAuthenticator?: boolean;
}

export function nextFactor(
  { mfaConfiguration, smsMfa, softwareTokenMfa }: PoolPolicy,
  { hasPhoneNumber, settings, hadAuthenticator }: ImportedFactors,
): NextFactor {
  if (mfaConfiguration === 'OFF') return 'none';
  const hasSms = smsMfa && hasPhoneNumber;
  if (mfaConfiguration === 'ON') {
    if (hasSms) return 'sms';
    return softwareTokenMfa ? 'enrols' : 'impossible';
  }
  if (hasSms && settings.enabledFactors?.includes('SMS_MFA') === true) return 'sms';
  if (hadAuthenticator === undefined) return 'if-enrolled';
  return hadAuthenticator ? 'lost' : 'none';
}
