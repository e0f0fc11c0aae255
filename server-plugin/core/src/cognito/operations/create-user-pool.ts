import { requireRole } from '../access/caller.ts';
import type { CreateUserPoolInput } from '../model/input-types.ts';
import { CreateUserPool } from '../model/inputs.ts';
import { signed } from '../operation.ts';
import { checkPool } from '../pool/check-pool.ts';
import { describePool } from '../pool/describe-pool.ts';
import { makePool } from '../pool/make-pool.ts';
import { notAuthorized } from '../protocol/cognito-error.ts';

/**
 * Makes a realm, with Cognito's defaults.
 * @see Amazon Cognito API Reference, CreateUserPool
 */
export const createUserPool = signed<CreateUserPoolInput>(CreateUserPool, (input, { ports }) => {
  if (!ports.endpoint().servesEveryPool) {
    throw notAuthorized(
      'This endpoint serves one user pool. Others are made at the endpoint of the administrators’ realm.',
    );
  }
  requireRole(ports, 'create-realm');
  checkPool(input);
  const pool = describePool(makePool(ports, input));
  ports.tellChange({
    operation: 'CREATE',
    resource: 'REALM',
    details: { userPoolId: pool.Id, mfa: pool.MfaConfiguration },
  });
  return { UserPool: pool };
});
