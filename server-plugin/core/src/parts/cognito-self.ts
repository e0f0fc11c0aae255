import { associateSoftwareToken } from '../cognito/operations/associate-software-token.ts';
import { getTokensFromRefreshToken } from '../cognito/operations/get-tokens-from-refresh-token.ts';
import { getUserAuthFactors } from '../cognito/operations/get-user-auth-factors.ts';
import { globalSignOut } from '../cognito/operations/global-sign-out.ts';
import { revokeToken } from '../cognito/operations/revoke-token.ts';
import { setUserMfaPreference } from '../cognito/operations/set-user-mfa-preference.ts';
import { setUserSettings } from '../cognito/operations/set-user-settings.ts';
import { verifySoftwareToken } from '../cognito/operations/verify-software-token.ts';
import { cognitoPart } from '../cognito/part.ts';

/** The operations of the Cognito API by which users look after themselves, and get to an account. */
export const part = cognitoPart({
  AssociateSoftwareToken: associateSoftwareToken,
  VerifySoftwareToken: verifySoftwareToken,
  SetUserMFAPreference: setUserMfaPreference,
  SetUserSettings: setUserSettings,
  GetUserAuthFactors: getUserAuthFactors,
  GetTokensFromRefreshToken: getTokensFromRefreshToken,
  RevokeToken: revokeToken,
  GlobalSignOut: globalSignOut,
});
