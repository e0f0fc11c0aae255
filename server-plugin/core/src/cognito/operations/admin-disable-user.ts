import { AdminDisableUser } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { requireUser } from '../user/find-user.ts';
import { tellUserChange } from '../user/tell-user-change.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { isUnconfirmed } from '../user/user-status.ts';
import { writeUser } from '../user/write-user.ts';

/** @see Amazon Cognito API Reference, AdminDisableUser */
export const adminDisableUser = onPool<{ readonly Username: string }>(
  AdminDisableUser,
  'manage-users',
  ({ Username }, { ports, pool }) => {
    const user = requireUser(ports, pool, Username);
    writeUser(ports, isUnconfirmed(user) ? { attributes: { [USER_MARKS.disabled]: 'true' } } : { enabled: false });
    ports.signOutEverywhere();
    tellUserChange(ports, 'UPDATE', user, { enabled: false });
    return {};
  },
);
