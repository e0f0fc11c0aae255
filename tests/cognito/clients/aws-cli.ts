import { execFile } from 'node:child_process';
import type { CognitoEndpoint } from '../endpoint.ts';
import { type Json, OperationError, type Operations } from './operations.ts';

/** As the command line reports a refusal. */
const REFUSAL = /An error occurred \((\w+)\) when calling the \w+ operation(?: \(reached max retries: \d+\))?: ?(.*)/s;

/** The AWS CLI: a process for each call. */
export function awsCliOperations(
  python: string,
  { url, region, accessKeyId, secretAccessKey }: CognitoEndpoint,
): Operations {
  const env = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_DEFAULT_REGION: region,
    AWS_MAX_ATTEMPTS: '1',
  };
  return {
    name: 'AWS CLI',
    call(operation, input = {}) {
      const command = operation.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
      const json = JSON.stringify(input);
      const args = ['cognito-idp', command, '--endpoint-url', url, '--output', 'json', '--cli-input-json', json];
      return new Promise((resolve, reject) => {
        execFile(python, ['-m', 'awscli', ...args], { env }, (error, stdout, stderr) => {
          if (error === null) resolve(stdout.trim() === '' ? {} : (JSON.parse(stdout) as Json));
          else reject(refusal(stderr));
        });
      });
    },
    async close() {},
  };
}

function refusal(text: string): Error {
  const [, type, message = ''] = REFUSAL.exec(text) ?? [];
  return type === undefined ? new Error(text) : new OperationError(type, message.trim());
}
