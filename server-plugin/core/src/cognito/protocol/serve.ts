import { requireCaller, requireRole } from '../access/caller.ts';
import { openTokenOf } from '../access/open-token.ts';
import type { CognitoOperation } from '../operation.ts';
import { openPoolById } from '../pool/open-pool.ts';
import type { CognitoPorts } from '../ports.ts';
import { answerError, answerWith, type CognitoAnswer, type CognitoRequest } from './answer.ts';
import { CognitoError } from './cognito-error.ts';
import { parseBody } from './parse-body.ts';
import { validateInput } from './validate-input.ts';

/**
 * Answers a request for one operation.
 * @throws whatever goes wrong on our side; the shell answers InternalErrorException, and nothing was given away
 */
export function serve(operation: CognitoOperation, request: CognitoRequest, ports: CognitoPorts): CognitoAnswer {
  try {
    return answerWith(perform(operation, request, ports));
  } catch (error) {
    if (error instanceof CognitoError) return answerError(error);
    throw error;
  }
}

function perform(operation: CognitoOperation, request: CognitoRequest, ports: CognitoPorts): unknown {
  // Who can't sign learns nothing, not even what is wrong with the body.
  const isSigned = operation.access === 'pool' || operation.access === 'signed';
  if (isSigned) requireCaller(ports);
  const input = validateInput(operation.input, parseBody(request));
  switch (operation.access) {
    case 'anonymous':
    case 'signed':
      return operation.run(input as never, { ports });
    case 'access-token':
      return operation.run(input as never, openTokenOf(input, ports));
    case 'pool': {
      const pool = openPoolById(ports, String(input['UserPoolId']));
      requireRole(ports, operation.role);
      return operation.run(input as never, { ports, pool });
    }
  }
}
