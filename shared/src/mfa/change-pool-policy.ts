import { parsePoolPolicy, type PolicyProblem, POOL_ATTRIBUTES, type PoolPolicyResult } from './pool-policy.ts';

type RealmAttributes = Readonly<Record<string, string | undefined>>;

const REQUIRED_AFTER_CREATION =
  'Cannot turn MFA functionality ON, once the user pool has been created. ' +
  `Set ${POOL_ATTRIBUTES.requiredAfterCreation} to allowed to require it from the users of an existing pool.`;

/**
 * Why a pool may not become ON by a change of its attributes, or `undefined`: a pool that is not ON stays so unless its operator has
 * allowed otherwise.
 * @see Amazon Cognito Developer Guide: Required "can only be specified when your user pool is created"
 */
export function requiredAfterCreationProblem(
  before: RealmAttributes,
  after: RealmAttributes,
): PolicyProblem | undefined {
  const { mfaConfiguration: attribute, requiredAfterCreation } = POOL_ATTRIBUTES;
  const becomesOn = after[attribute] === 'ON' && before[attribute] !== 'ON';
  return becomesOn && after[requiredAfterCreation] !== 'allowed'
    ? { attribute, message: REQUIRED_AFTER_CREATION }
    : undefined;
}

/** The policy that a pool has after a change of some of its attributes, or why the change is refused. */
export function changePoolPolicy(before: RealmAttributes, changes: RealmAttributes): PoolPolicyResult {
  const after = { ...before, ...changes };
  const result = parsePoolPolicy(after);
  if (!result.ok) return result;
  const problem = requiredAfterCreationProblem(before, after);
  return problem === undefined ? result : { ok: false, problems: [problem] };
}
