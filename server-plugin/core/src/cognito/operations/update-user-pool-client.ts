import { checkClient } from '../client/check-client.ts';
import { clientChangeOf, clientSettingsOf } from '../client/client-change.ts';
import { describeClient } from '../client/describe-client.ts';
import { openPoolClient } from '../client/open-client.ts';
import { fitSessions } from '../client/fit-sessions.ts';
import type { UpdateUserPoolClientInput } from '../model/input-types.ts';
import { UpdateUserPoolClient } from '../model/inputs.ts';
import { onPool } from '../operation.ts';

/**
 * Replaces a client's settings, as Cognito does: what is left out has its default. The name stays, and what keeps others from learning
 * who has an account.
 * @see Amazon Cognito API Reference, UpdateUserPoolClient
 */
export const updateUserPoolClient = onPool<UpdateUserPoolClientInput>(
  UpdateUserPoolClient,
  'manage-clients',
  (input, { ports, pool }) => {
    const { client, settings: before } = openPoolClient(ports, input.ClientId);
    checkClient(input, { pool, hasSecret: !client.isPublic });
    const { ClientName, CreationDate, PreventUserExistenceErrors } = before;
    const settings = {
      ...(ClientName === undefined ? {} : { ClientName }),
      ...(CreationDate === undefined ? {} : { CreationDate }),
      ...(PreventUserExistenceErrors === undefined ? {} : { PreventUserExistenceErrors }),
      ...clientSettingsOf(input),
      LastModifiedDate: ports.now() / 1000,
    };
    fitSessions(ports, pool, input);
    const after = ports.updateClient(clientChangeOf(settings, input));
    ports.tellChange({ operation: 'UPDATE', resource: 'CLIENT', details: { clientId: input.ClientId, ...settings } });
    return { UserPoolClient: describeClient(ports, { userPoolId: input.UserPoolId, client: after, settings }) };
  },
);
