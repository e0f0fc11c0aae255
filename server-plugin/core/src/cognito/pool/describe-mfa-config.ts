import type { SetUserPoolMfaConfigInput } from '../model/input-types.ts';
import type { PortPool } from '../records.ts';
import { poolPolicyOf, smsMessageOf } from './pool-policy.ts';
import { readPoolSettings } from './pool-settings.ts';

/** A pool's policy as GetUserPoolMfaConfig shows it: a factor that the pool does not offer has no block. */
export function describeMfaConfig(pool: PortPool): Omit<SetUserPoolMfaConfigInput, 'UserPoolId'> {
  const policy = poolPolicyOf(pool);
  const { mfaConfiguration: MfaConfiguration, smsMfa, softwareTokenMfa } = policy;
  if (MfaConfiguration === 'OFF') return { MfaConfiguration };
  const { SmsConfiguration } = readPoolSettings(pool);
  const sms = { ...smsMessageOf(policy), ...(SmsConfiguration === undefined ? {} : { SmsConfiguration }) };
  return {
    MfaConfiguration,
    ...(smsMfa ? { SmsMfaConfiguration: sms } : {}),
    ...(softwareTokenMfa ? { SoftwareTokenMfaConfiguration: { Enabled: true } } : {}),
  };
}
