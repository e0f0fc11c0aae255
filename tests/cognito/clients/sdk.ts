import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoEndpoint } from '../endpoint.ts';
import { type Json, OperationError, type Operations } from './operations.ts';

/** It would tell at every start that later versions want a newer Node. */
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

type Command = Parameters<sdk.CognitoIdentityProviderClient['send']>[0];

/** The AWS SDK for JavaScript, version 3. */
export function sdkOperations({ url, region, accessKeyId, secretAccessKey }: CognitoEndpoint): Operations {
  const client = new sdk.CognitoIdentityProviderClient({
    endpoint: url,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // What is answered with 500 has to be seen and not to be tried again.
    maxAttempts: 1,
  });
  const commands = sdk as unknown as Readonly<Record<string, (new (input: Json) => Command) | undefined>>;
  return {
    name: 'AWS SDK for JavaScript',
    async call(operation, input = {}) {
      const Command = commands[`${operation}Command`];
      if (Command === undefined) throw new Error(`the SDK has no ${operation}`);
      try {
        const { $metadata: _metadata, ...output } = await client.send(new Command(input));
        // Dates are text as in the other clients.
        return JSON.parse(JSON.stringify(output)) as Json;
      } catch (error) {
        if (!(error instanceof sdk.CognitoIdentityProviderServiceException)) throw error;
        throw new OperationError(error.name, error.message);
      }
    },
    async close() {
      client.destroy();
    },
  };
}
