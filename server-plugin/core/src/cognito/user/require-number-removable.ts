import { readPool } from '../../settings/read-pool.ts';
import { demandFor } from '../../sign-in/demand.ts';
import { invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';

/**
 * In a pool at ON a user's last factor can only be replaced: without any, the password alone would be enough to set up the next one.
 * @throws CognitoError when the open user's number is the last factor
 */
export function requireNumberRemovable(ports: CognitoPorts): void {
  const pool = readPool(ports);
  if (!pool.ok) throw notAuthorized('The MFA settings of the user pool cannot be read.');
  const { policy, user } = pool;
  if (policy.mfaConfiguration !== 'ON') return;
  const { phoneNumber: _gone, ...after } = user;
  if (demandFor({ policy, user: after, now: () => ports.now(), state: {} }).kind === 'answer') return;
  throw invalidParameter(
    'phone_number cannot be deleted: it is the only MFA method of the user, and the user pool requires one.',
  );
}
