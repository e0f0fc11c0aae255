import { parsePoolPolicy, POOL_ATTRIBUTES, type PoolPolicyResult } from './pool-policy.ts';

type RealmAttributes = Readonly<Record<string, string | undefined>>;

const REQUIRED_AFTER_CREATION =
  'Cannot turn MFA functionality ON, once the user pool has been created. ' +
  `Set ${POOL_ATTRIBUTES.requiredAfterCreation} to allowed to require it from the users of an existing pool.`;

/**
 * The policy that a pool has after a change of some of its attributes, or why the change is refused. A pool that is not ON stays so
 * unless its operator has allowed otherwise.
 * @see Amazon Cognito Developer Guide: Required "can only be specified when your user pool is created"
 */
export function changePoolPolicy(before: RealmAttributes, changes: RealmAttributes): PoolPolicyResult {
  const result = parsePoolPolicy({ ...before, ...changes });
  if (!result.ok) return result;
  const { mfaConfiguration, requiredAfterCreation } = result.policy;
  const wasOn = before[POOL_ATTRIBUTES.mfaConfiguration] === 'ON';
  if (mfaConfiguration !== 'ON' || wasOn || requiredAfterCreation === 'allowed') return result;
  return {
    ok: false,
    problems: [{ attribute: POOL_ATTRIBUTES.mfaConfiguration, message: REQUIRED_AFTER_CREATION }],
  };
}
