import type { DeleteUserPoolInput } from '../model/input-types.ts';
import { DeleteUserPool } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { readPoolSettings } from '../pool/pool-settings.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';

/**
 * Deletes the realm with all that is in it.
 * @see Amazon Cognito API Reference, DeleteUserPool
 */
export const deleteUserPool = onPool<DeleteUserPoolInput>(
  DeleteUserPool,
  'manage-realm',
  ({ UserPoolId }, { ports, pool }) => {
    if (readPoolSettings(pool).DeletionProtection === 'ACTIVE') {
      throw invalidParameter(
        'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
      );
    }
    ports.tellChange({ operation: 'DELETE', resource: 'REALM', details: { userPoolId: UserPoolId } });
    ports.deletePool();
  },
);
