import { openPoolClient } from '../client/open-client.ts';
import type { DeleteUserPoolClientInput } from '../model/input-types.ts';
import { DeleteUserPoolClient } from '../model/inputs.ts';
import { onPool } from '../operation.ts';

/** @see Amazon Cognito API Reference, DeleteUserPoolClient */
export const deleteUserPoolClient = onPool<DeleteUserPoolClientInput>(
  DeleteUserPoolClient,
  'manage-clients',
  ({ ClientId: clientId }, { ports }) => {
    openPoolClient(ports, clientId);
    ports.deleteClient();
    ports.tellChange({ operation: 'DELETE', resource: 'CLIENT', details: { clientId } });
  },
);
