import type { CognitoEndpoint } from '../endpoint.ts';
import { type Json, OperationError, type Operations } from './operations.ts';
import { awsEnvironment, startPython } from './python-process.ts';

type Answer =
  | { readonly output: Json }
  | { readonly error: { readonly Code: string; readonly Message: string } }
  | { readonly failure: string };

/** boto3, in a process of its own. */
export function boto3Operations(python: string, endpoint: CognitoEndpoint): Operations {
  const { url } = endpoint;
  const driver = startPython({ python, script: 'boto3-driver.py', env: awsEnvironment(endpoint) });
  return {
    name: 'boto3',
    async call(operation, input = {}) {
      const answer = (await driver.ask({ url, operation, input })) as Answer;
      if ('output' in answer) return answer.output;
      if ('failure' in answer) throw new Error(answer.failure);
      throw new OperationError(answer.error.Code, answer.error.Message);
    },
    close: driver.close,
  };
}
