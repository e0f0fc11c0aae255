import { AdminGetUser } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { factorMembers, userFacts } from '../user/describe-user.ts';
import { requireUser } from '../user/find-user.ts';
import { userAttributes } from '../user/user-attributes.ts';

/** @see Amazon Cognito API Reference, AdminGetUser */
export const adminGetUser = onPool<{ readonly Username: string }>(
  AdminGetUser,
  'view-users',
  ({ Username }, { ports, pool }) => {
    const user = requireUser(ports, pool, Username);
    return {
      UserAttributes: userAttributes(pool, user),
      ...userFacts(ports, user),
      ...factorMembers(ports),
    };
  },
);
