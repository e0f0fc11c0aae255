import type { Part } from '../parts/part.ts';
import type { CognitoOperation } from './operation.ts';
import { type CognitoPorts, cognitoPortsOf } from './ports.ts';
import { answerError, type CognitoRequest } from './protocol/answer.ts';
import { CognitoError } from './protocol/cognito-error.ts';
import { serve } from './protocol/serve.ts';

/** The shell calls an operation of the API by this and the request's X-Amz-Target, whatever stands there. */
const PREFIX = 'cognito AWSCognitoIdentityProviderService.';

/** What the shell itself asks for; no target of a request leads there. */
type Question = (input: never, ports: CognitoPorts) => unknown;

/** Operations of the API that are loaded together, by the names that the model has for them. */
export function cognitoPart(
  operations: Readonly<Record<string, CognitoOperation>>,
  questions: Readonly<Record<string, Question>> = {},
): Part {
  return {
    names: [...Object.keys(operations).map((name) => PREFIX + name), ...Object.keys(questions)],
    call(called, json, host, elsewhere) {
      const question = Object.prototype.hasOwnProperty.call(questions, called) ? questions[called] : undefined;
      if (question !== undefined) {
        return JSON.stringify(question(JSON.parse(json) as never, cognitoPortsOf(host, elsewhere)) ?? null);
      }
      const name = called.slice(PREFIX.length);
      const isKnown = called.startsWith(PREFIX) && Object.prototype.hasOwnProperty.call(operations, name);
      const operation = isKnown ? operations[name] : undefined;
      if (operation === undefined) {
        return JSON.stringify(answerError(new CognitoError('UnknownOperationException', `Unknown operation.`)));
      }
      const request = JSON.parse(json) as CognitoRequest;
      return JSON.stringify(serve(operation, request, cognitoPortsOf(host, elsewhere)));
    },
  };
}
