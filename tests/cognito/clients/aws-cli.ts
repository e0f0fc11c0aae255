import type { CognitoEndpoint } from '../endpoint.ts';
import { type Json, OperationError, type Operations } from './operations.ts';
import { awsEnvironment, startPython } from './python-process.ts';

interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** As the command line reports a refusal. */
const REFUSAL = /An error occurred \((\w+)\) when calling the \w+ operation(?: \(reached max retries: \d+\))?: ?(.*)/s;

/** The AWS CLI, by its command lines. */
export function awsCliOperations(python: string, endpoint: CognitoEndpoint): Operations {
  const { url } = endpoint;
  const driver = startPython({ python, script: 'aws-cli-driver.py', env: awsEnvironment(endpoint) });
  return {
    name: 'AWS CLI',
    async call(operation, input = {}) {
      const command = operation.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
      const line = ['cognito-idp', command, '--endpoint-url', url, '--output', 'json'];
      const { status, output, errors } = (await driver.ask([
        ...line,
        '--cli-input-json',
        JSON.stringify(input),
      ])) as Outcome;
      if (status === 0) return output.trim() === '' ? {} : (JSON.parse(output) as Json);
      const [, type, message = ''] = REFUSAL.exec(errors) ?? [];
      throw type === undefined ? new Error(errors) : new OperationError(type, message.trim());
    },
    close: driver.close,
  };
}
