import { associateSoftwareToken } from '../cognito/operations/associate-software-token.ts';
import { changePassword } from '../cognito/operations/change-password.ts';
import { confirmForgotPassword } from '../cognito/operations/confirm-forgot-password.ts';
import { confirmSignUp } from '../cognito/operations/confirm-sign-up.ts';
import { deleteUser } from '../cognito/operations/delete-user.ts';
import { forgotPassword } from '../cognito/operations/forgot-password.ts';
import { getTokensFromRefreshToken } from '../cognito/operations/get-tokens-from-refresh-token.ts';
import { getUserAttributeVerificationCode } from '../cognito/operations/get-user-attribute-verification-code.ts';
import { getUserAuthFactors } from '../cognito/operations/get-user-auth-factors.ts';
import { getUser } from '../cognito/operations/get-user.ts';
import { globalSignOut } from '../cognito/operations/global-sign-out.ts';
import { resendConfirmationCode } from '../cognito/operations/resend-confirmation-code.ts';
import { revokeToken } from '../cognito/operations/revoke-token.ts';
import { setUserMfaPreference } from '../cognito/operations/set-user-mfa-preference.ts';
import { setUserSettings } from '../cognito/operations/set-user-settings.ts';
import { signUp } from '../cognito/operations/sign-up.ts';
import { updateUserAttributes } from '../cognito/operations/update-user-attributes.ts';
import { verifySoftwareToken } from '../cognito/operations/verify-software-token.ts';
import { verifyUserAttribute } from '../cognito/operations/verify-user-attribute.ts';
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
  ChangePassword: changePassword,
  ConfirmForgotPassword: confirmForgotPassword,
  ConfirmSignUp: confirmSignUp,
  DeleteUser: deleteUser,
  ForgotPassword: forgotPassword,
  GetUser: getUser,
  GetUserAttributeVerificationCode: getUserAttributeVerificationCode,
  ResendConfirmationCode: resendConfirmationCode,
  SignUp: signUp,
  UpdateUserAttributes: updateUserAttributes,
  VerifyUserAttribute: verifyUserAttribute,
});
