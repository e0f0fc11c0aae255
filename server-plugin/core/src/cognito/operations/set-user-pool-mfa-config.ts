import type { SetUserPoolMfaConfigInput } from '../model/input-types.ts';
import { SetUserPoolMfaConfig } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { describeMfaConfig } from '../pool/describe-mfa-config.ts';
import { mfaConfigChange } from '../pool/mfa-config.ts';
import { setPoolPolicy } from '../pool/pool-policy.ts';
import { readPoolSettings, writePoolSettings } from '../pool/pool-settings.ts';

/**
 * Replaces the pool's policy for MFA. The role in SmsConfiguration is kept for tools that ask for it again: texts go through the gateways
 * of the server.
 * @see Amazon Cognito API Reference, SetUserPoolMfaConfig
 */
export const setUserPoolMfaConfig = onPool<SetUserPoolMfaConfigInput>(
  SetUserPoolMfaConfig,
  'manage-realm',
  (input, { ports, pool }) => {
    const mfa = mfaConfigChange(input);
    setPoolPolicy(ports, mfa);
    const SmsConfiguration = input.SmsMfaConfiguration?.SmsConfiguration;
    if (SmsConfiguration !== undefined) writePoolSettings(ports, { ...readPoolSettings(pool), SmsConfiguration });
    ports.tellChange({ operation: 'UPDATE', resource: 'REALM', details: { userPoolId: input.UserPoolId, mfa } });
    return describeMfaConfig(ports.pool());
  },
);
