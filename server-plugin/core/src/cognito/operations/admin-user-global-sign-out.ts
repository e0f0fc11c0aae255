import { AdminUserGlobalSignOut } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { requireUser } from '../user/find-user.ts';

/** @see Amazon Cognito API Reference, AdminUserGlobalSignOut */
export const adminUserGlobalSignOut = onPool<{ readonly Username: string }>(
  AdminUserGlobalSignOut,
  'manage-users',
  ({ Username }, { ports, pool }) => {
    const { id } = requireUser(ports, pool, Username);
    ports.signOutEverywhere();
    ports.tellChange({ operation: 'ACTION', resource: 'USER', details: { id, signedOut: true } });
  },
);
