import { adminDeleteSoftwareToken } from '../cognito/operations/admin-delete-software-token.ts';
import { adminGetUserAuthFactors } from '../cognito/operations/admin-get-user-auth-factors.ts';
import { adminSetUserMfaPreference } from '../cognito/operations/admin-set-user-mfa-preference.ts';
import { adminSetUserSettings } from '../cognito/operations/admin-set-user-settings.ts';
import { adminUserGlobalSignOut } from '../cognito/operations/admin-user-global-sign-out.ts';
import { cognitoPart } from '../cognito/part.ts';
import { opensPool } from '../cognito/pool/opens-pool.ts';

/** The operations of the Cognito API by which pools, clients and users are administered. */
export const part = cognitoPart(
  {
    AdminDeleteSoftwareToken: adminDeleteSoftwareToken,
    AdminSetUserMFAPreference: adminSetUserMfaPreference,
    AdminSetUserSettings: adminSetUserSettings,
    AdminGetUserAuthFactors: adminGetUserAuthFactors,
    AdminUserGlobalSignOut: adminUserGlobalSignOut,
  },
  { opensPool },
);
