import { AdminGetUserAuthFactors } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { mfaSettingMembers } from '../user/auth-factors.ts';
import { requireUser } from '../user/find-user.ts';

/** @see Amazon Cognito API Reference, AdminGetUserAuthFactors */
export const adminGetUserAuthFactors = onPool<{ readonly Username: string }>(
  AdminGetUserAuthFactors,
  'view-users',
  ({ Username }, { ports, pool }) => ({
    Username: requireUser(ports, pool, Username).username,
    ConfiguredUserAuthFactors: ['PASSWORD'],
    ...mfaSettingMembers(ports),
  }),
);
