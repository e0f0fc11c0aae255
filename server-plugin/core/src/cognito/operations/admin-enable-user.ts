import { AdminEnableUser } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { requireUser } from '../user/find-user.ts';
import { tellUserChange } from '../user/tell-user-change.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { isUnconfirmed } from '../user/user-status.ts';
import { writeUser } from '../user/write-user.ts';

/**
 * Enabling does not confirm: Keycloak goes on keeping an unconfirmed user out.
 * @see Amazon Cognito API Reference, AdminEnableUser
 */
export const adminEnableUser = onPool<{ readonly Username: string }>(
  AdminEnableUser,
  'manage-users',
  ({ Username }, { ports, pool }) => {
    const user = requireUser(ports, pool, Username);
    const attributes = { [USER_MARKS.disabled]: null };
    writeUser(ports, isUnconfirmed(user) ? { attributes } : { enabled: true, attributes });
    tellUserChange(ports, 'UPDATE', user, { enabled: true });
    return {};
  },
);
