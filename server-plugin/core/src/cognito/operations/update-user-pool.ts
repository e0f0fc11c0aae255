import { COGNITO_ATTRIBUTES, poolIdOf } from '@lifeguard/shared/cognito';
import type { UpdateUserPoolInput } from '../model/input-types.ts';
import { UpdateUserPool } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { checkPool } from '../pool/check-pool.ts';
import { mfaAfterUpdate } from '../pool/mfa-config.ts';
import { realmChangeOf, settingsAfterUpdate } from '../pool/pool-change.ts';
import { poolPolicyOf, setPoolPolicy } from '../pool/pool-policy.ts';
import { POOL_SETTINGS_ATTRIBUTE, readPoolSettings } from '../pool/pool-settings.ts';

/**
 * Changes a pool. What of the members that are left out stays, `pool/pool-change.ts` says.
 * @see Amazon Cognito API Reference, UpdateUserPool
 */
export const updateUserPool = onPool<UpdateUserPoolInput>(UpdateUserPool, 'manage-realm', (input, { ports, pool }) => {
  const before = readPoolSettings(pool);
  const after = settingsAfterUpdate(before, input, ports.now() / 1000);
  const hasSms = after.SmsConfiguration !== undefined;
  checkPool(hasSms ? { ...input, SmsConfiguration: after.SmsConfiguration } : input);
  const mfa = mfaAfterUpdate(poolPolicyOf(pool), { hasSms, ...input });
  const change = realmChangeOf(input, pool.passwordPolicy);
  // Tokens with an issuer of Cognito's name the pool by it.
  const id = pool.attributes[COGNITO_ATTRIBUTES.poolId] ?? poolIdOf(pool) ?? null;
  const attributes = {
    [POOL_SETTINGS_ATTRIBUTE]: JSON.stringify(after),
    [COGNITO_ATTRIBUTES.poolId]: id,
    ...change.attributes,
  };
  ports.updatePool({ ...change, attributes });
  setPoolPolicy(ports, mfa);
  ports.tellChange({ operation: 'UPDATE', resource: 'REALM', details: { userPoolId: input.UserPoolId, mfa } });
});
