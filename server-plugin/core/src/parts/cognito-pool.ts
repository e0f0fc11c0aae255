import { adminAddUserToGroup } from '../cognito/operations/admin-add-user-to-group.ts';
import { adminConfirmSignUp } from '../cognito/operations/admin-confirm-sign-up.ts';
import { adminCreateUser } from '../cognito/operations/admin-create-user.ts';
import { adminDeleteSoftwareToken } from '../cognito/operations/admin-delete-software-token.ts';
import { adminDeleteUser } from '../cognito/operations/admin-delete-user.ts';
import { adminDisableUser } from '../cognito/operations/admin-disable-user.ts';
import { adminEnableUser } from '../cognito/operations/admin-enable-user.ts';
import { adminGetUserAuthFactors } from '../cognito/operations/admin-get-user-auth-factors.ts';
import { adminGetUser } from '../cognito/operations/admin-get-user.ts';
import { adminResetUserPassword } from '../cognito/operations/admin-reset-user-password.ts';
import { adminSetUserMfaPreference } from '../cognito/operations/admin-set-user-mfa-preference.ts';
import { adminSetUserPassword } from '../cognito/operations/admin-set-user-password.ts';
import { adminSetUserSettings } from '../cognito/operations/admin-set-user-settings.ts';
import { adminUpdateUserAttributes } from '../cognito/operations/admin-update-user-attributes.ts';
import { adminUserGlobalSignOut } from '../cognito/operations/admin-user-global-sign-out.ts';
import { createUserPoolClient } from '../cognito/operations/create-user-pool-client.ts';
import { createUserPool } from '../cognito/operations/create-user-pool.ts';
import { deleteUserPoolClient } from '../cognito/operations/delete-user-pool-client.ts';
import { deleteUserPool } from '../cognito/operations/delete-user-pool.ts';
import { describeUserPoolClient } from '../cognito/operations/describe-user-pool-client.ts';
import { describeUserPool } from '../cognito/operations/describe-user-pool.ts';
import { getUserPoolMfaConfig } from '../cognito/operations/get-user-pool-mfa-config.ts';
import { listTagsForResource } from '../cognito/operations/list-tags-for-resource.ts';
import { listUserPoolClients } from '../cognito/operations/list-user-pool-clients.ts';
import { listUserPools } from '../cognito/operations/list-user-pools.ts';
import { setUserPoolMfaConfig } from '../cognito/operations/set-user-pool-mfa-config.ts';
import { tagResource } from '../cognito/operations/tag-resource.ts';
import { updateUserPoolClient } from '../cognito/operations/update-user-pool-client.ts';
import { updateUserPool } from '../cognito/operations/update-user-pool.ts';
import { createGroup } from '../cognito/operations/create-group.ts';
import { listUsers } from '../cognito/operations/list-users.ts';
import { cognitoPart } from '../cognito/part.ts';
import { opensPool } from '../cognito/pool/opens-pool.ts';

/** The operations of the Cognito API by which pools, clients and users are administered. */
export const part = cognitoPart(
  {
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
  },
  { opensPool },
);
