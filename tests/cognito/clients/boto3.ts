import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CognitoEndpoint } from '../endpoint.ts';
import { type Json, OperationError, type Operations } from './operations.ts';

type Answer =
  | { readonly output: Json }
  | { readonly error: { readonly Code: string; readonly Message: string } }
  | { readonly failure: string };

/** boto3 in a process of its own, one call after the other. */
export function boto3Operations(
  python: string,
  { url, region, accessKeyId, secretAccessKey }: CognitoEndpoint,
): Operations {
  const settings = JSON.stringify({ url, region, accessKeyId, secretAccessKey });
  const child = spawn(python, [join(import.meta.dirname, 'boto3-driver.py'), settings], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name: 'boto3',
    async call(operation, input = {}) {
      child.stdin.write(`${JSON.stringify({ operation, input })}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error('boto3 has ended');
      const answer = JSON.parse(value) as Answer;
      if ('output' in answer) return answer.output;
      if ('failure' in answer) throw new Error(answer.failure);
      throw new OperationError(answer.error.Code, answer.error.Message);
    },
    async close() {
      const ended = once(child, 'close');
      child.stdin.end();
      await ended;
    },
  };
}
