import { adminAddUserToGroup } from './operations/admin-add-user-to-group.ts';
import { adminConfirmSignUp } from './operations/admin-confirm-sign-up.ts';
import { adminCreateUser } from './operations/admin-create-user.ts';
import { adminDeleteSoftwareToken } from './operations/admin-delete-software-token.ts';
import { adminDeleteUser } from './operations/admin-delete-user.ts';
import { adminDisableUser } from './operations/admin-disable-user.ts';
import { adminEnableUser } from './operations/admin-enable-user.ts';
import { adminGetUserAuthFactors } from './operations/admin-get-user-auth-factors.ts';
import { adminGetUser } from './operations/admin-get-user.ts';
import { adminInitiateAuth } from './operations/admin-initiate-auth.ts';
import { adminResetUserPassword } from './operations/admin-reset-user-password.ts';
import { adminRespondToAuthChallenge } from './operations/admin-respond-to-auth-challenge.ts';
import { adminSetUserMfaPreference } from './operations/admin-set-user-mfa-preference.ts';
import { adminSetUserPassword } from './operations/admin-set-user-password.ts';
import { adminSetUserSettings } from './operations/admin-set-user-settings.ts';
import { adminUpdateUserAttributes } from './operations/admin-update-user-attributes.ts';
import { adminUserGlobalSignOut } from './operations/admin-user-global-sign-out.ts';
import { associateSoftwareToken } from './operations/associate-software-token.ts';
import { changePassword } from './operations/change-password.ts';
import { confirmForgotPassword } from './operations/confirm-forgot-password.ts';
import { confirmSignUp } from './operations/confirm-sign-up.ts';
import { createGroup } from './operations/create-group.ts';
import { createUserPoolClient } from './operations/create-user-pool-client.ts';
import { createUserPool } from './operations/create-user-pool.ts';
import { deleteUserPoolClient } from './operations/delete-user-pool-client.ts';
import { deleteUserPool } from './operations/delete-user-pool.ts';
import { deleteUser } from './operations/delete-user.ts';
import { describeUserPoolClient } from './operations/describe-user-pool-client.ts';
import { describeUserPool } from './operations/describe-user-pool.ts';
import { forgotPassword } from './operations/forgot-password.ts';
import { getTokensFromRefreshToken } from './operations/get-tokens-from-refresh-token.ts';
import { getUserAttributeVerificationCode } from './operations/get-user-attribute-verification-code.ts';
import { getUserAuthFactors } from './operations/get-user-auth-factors.ts';
import { getUserPoolMfaConfig } from './operations/get-user-pool-mfa-config.ts';
import { getUser } from './operations/get-user.ts';
import { globalSignOut } from './operations/global-sign-out.ts';
import { initiateAuth } from './operations/initiate-auth.ts';
import { listTagsForResource } from './operations/list-tags-for-resource.ts';
import { listUserPoolClients } from './operations/list-user-pool-clients.ts';
import { listUserPools } from './operations/list-user-pools.ts';
import { listUsers } from './operations/list-users.ts';
import { resendConfirmationCode } from './operations/resend-confirmation-code.ts';
import { respondToAuthChallenge } from './operations/respond-to-auth-challenge.ts';
import { revokeToken } from './operations/revoke-token.ts';
import { setUserMfaPreference } from './operations/set-user-mfa-preference.ts';
import { setUserPoolMfaConfig } from './operations/set-user-pool-mfa-config.ts';
import { setUserSettings } from './operations/set-user-settings.ts';
import { signUp } from './operations/sign-up.ts';
import { tagResource } from './operations/tag-resource.ts';
import { updateUserAttributes } from './operations/update-user-attributes.ts';
import { updateUserPoolClient } from './operations/update-user-pool-client.ts';
import { updateUserPool } from './operations/update-user-pool.ts';
import { verifySoftwareToken } from './operations/verify-software-token.ts';
import { verifyUserAttribute } from './operations/verify-user-attribute.ts';
import { opensPool } from './pool/opens-pool.ts';
import { poolOfUser } from './pool/pool-of-user.ts';
import { own } from '../own.ts';
import type { CognitoOperation } from './operation.ts';
import type { CognitoPorts } from './ports.ts';
import { answerError, type CognitoAnswer, type CognitoRequest } from './protocol/answer.ts';
import { CognitoError } from './protocol/cognito-error.ts';
import { serve } from './protocol/serve.ts';

/** The shell calls an operation of the API by this and the request's X-Amz-Target, whatever stands there. */
export const API_CALL = 'cognito ';
const TARGET_PREFIX = 'AWSCognitoIdentityProviderService.';

/** What the shell itself asks of a pool; no target of a request leads there. */
export const apiQuestions: Readonly<Record<string, (input: never, ports: CognitoPorts) => unknown>> = {
  opensPool,
  poolOfUser,
};

/** The operations of the API, by the names that the model has for them. */
const api: Readonly<Record<string, CognitoOperation>> = {
  // Signing in.
  InitiateAuth: initiateAuth,
  RespondToAuthChallenge: respondToAuthChallenge,
  AdminInitiateAuth: adminInitiateAuth,
  AdminRespondToAuthChallenge: adminRespondToAuthChallenge,
  // Users about themselves, and on their way to an account.
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
  // Administration.
  CreateUserPool: createUserPool,
  DescribeUserPool: describeUserPool,
  UpdateUserPool: updateUserPool,
  DeleteUserPool: deleteUserPool,
  ListUserPools: listUserPools,
  SetUserPoolMfaConfig: setUserPoolMfaConfig,
  GetUserPoolMfaConfig: getUserPoolMfaConfig,
  CreateUserPoolClient: createUserPoolClient,
  DescribeUserPoolClient: describeUserPoolClient,
  UpdateUserPoolClient: updateUserPoolClient,
  DeleteUserPoolClient: deleteUserPoolClient,
  ListUserPoolClients: listUserPoolClients,
  TagResource: tagResource,
  ListTagsForResource: listTagsForResource,
  AdminDeleteSoftwareToken: adminDeleteSoftwareToken,
  AdminSetUserMFAPreference: adminSetUserMfaPreference,
  AdminSetUserSettings: adminSetUserSettings,
  AdminGetUserAuthFactors: adminGetUserAuthFactors,
  AdminUserGlobalSignOut: adminUserGlobalSignOut,
  AdminAddUserToGroup: adminAddUserToGroup,
  AdminConfirmSignUp: adminConfirmSignUp,
  AdminCreateUser: adminCreateUser,
  AdminDeleteUser: adminDeleteUser,
  AdminDisableUser: adminDisableUser,
  AdminEnableUser: adminEnableUser,
  AdminGetUser: adminGetUser,
  AdminResetUserPassword: adminResetUserPassword,
  AdminSetUserPassword: adminSetUserPassword,
  AdminUpdateUserAttributes: adminUpdateUserAttributes,
  CreateGroup: createGroup,
  ListUsers: listUsers,
};

/** Answers a request, whatever operation it names. */
export function callApi(target: string, request: CognitoRequest, ports: CognitoPorts): CognitoAnswer {
  const operation = target.startsWith(TARGET_PREFIX) ? own(api, target.slice(TARGET_PREFIX.length)) : undefined;
  if (operation === undefined) return answerError(new CognitoError('UnknownOperationException', 'Unknown operation.'));
  return serve(operation, request, ports);
}
