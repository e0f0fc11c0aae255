import { AdminAddUserToGroup } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { resourceNotFound } from '../protocol/cognito-error.ts';
import { requireUser } from '../user/find-user.ts';
import { tellUserChange } from '../user/tell-user-change.ts';

/** @see Amazon Cognito API Reference, AdminAddUserToGroup */
export const adminAddUserToGroup = onPool<{ readonly Username: string; readonly GroupName: string }>(
  AdminAddUserToGroup,
  'manage-users',
  ({ Username, GroupName }, { ports, pool }) => {
    const user = requireUser(ports, pool, Username);
    if (!ports.joinGroup({ name: GroupName })) throw resourceNotFound('Group not found.');
    tellUserChange(ports, 'UPDATE', user, { joinedGroup: GroupName });
  },
);
