import { OperationError, type Operations } from './clients/operations.ts';

/** Deletes a pool that a test has made, protected or not. One that the test has deleted itself is gone already. */
export async function deletePool(admin: Operations, UserPoolId: string): Promise<void> {
  try {
    await admin.call('UpdateUserPool', { UserPoolId, DeletionProtection: 'INACTIVE' });
    await admin.call('DeleteUserPool', { UserPoolId });
  } catch (error) {
    if (!(error instanceof OperationError) || error.type !== 'ResourceNotFoundException') throw error;
  }
}
