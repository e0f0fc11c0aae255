import { AdminDeleteUser } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { requireUser } from '../user/find-user.ts';
import { tellUserChange } from '../user/tell-user-change.ts';
import { requireDeleted } from '../user/write-user.ts';

/** @see Amazon Cognito API Reference, AdminDeleteUser */
export const adminDeleteUser = onPool<{ readonly Username: string }>(
  AdminDeleteUser,
  'manage-users',
  ({ Username }, { ports, pool }) => {
    const user = requireUser(ports, pool, Username);
    requireDeleted(ports);
    tellUserChange(ports, 'DELETE', user, {});
  },
);
