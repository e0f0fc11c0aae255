import { checkClient } from '../client/check-client.ts';
import { clientChangeOf, clientSettingsOf } from '../client/client-change.ts';
import { describeClient } from '../client/describe-client.ts';
import { fitSessions } from '../client/fit-sessions.ts';
import type { CreateUserPoolClientInput } from '../model/input-types.ts';
import { CreateUserPoolClient } from '../model/inputs.ts';
import { onPool } from '../operation.ts';

/** As long as Cognito's. */
const ID_LENGTH = 26;

/** @see Amazon Cognito API Reference, CreateUserPoolClient */
export const createUserPoolClient = onPool<CreateUserPoolClientInput>(
  CreateUserPoolClient,
  'manage-clients',
  (input, { ports, pool }) => {
    const { UserPoolId: userPoolId, GenerateSecret, ClientSecret: secret } = input;
    const hasSecret = GenerateSecret === true || secret !== undefined;
    checkClient(input, { pool, hasSecret });
    const now = ports.now() / 1000;
    const settings = { CreationDate: now, LastModifiedDate: now, ...clientSettingsOf(input) };
    fitSessions(ports, pool, input);
    const client = ports.createClient({
      ...clientChangeOf(settings, input),
      ...(secret === undefined ? {} : { secret }),
      clientId: ports.randomText({ length: ID_LENGTH }),
      isPublic: !hasSecret,
    });
    ports.tellChange({ operation: 'CREATE', resource: 'CLIENT', details: { clientId: client.clientId, ...settings } });
    return { UserPoolClient: describeClient(ports, { userPoolId, client, settings }) };
  },
);
