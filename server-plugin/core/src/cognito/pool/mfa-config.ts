import { POOL_ATTRIBUTES, type PoolPolicy } from '@lifeguard/shared/mfa';
import type { SetUserPoolMfaConfigInput } from '../model/input-types.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';

type Attributes = Readonly<Record<string, string>>;

/** What an operation makes of a pool's policy, as attributes of the realm. */
function policyAttributes(
  policy: Partial<Pick<PoolPolicy, 'mfaConfiguration' | 'smsMfa' | 'softwareTokenMfa' | 'smsAuthenticationMessage'>>,
): Attributes {
  const fields = Object.keys(policy) as (keyof typeof policy)[];
  return Object.fromEntries(fields.map((field) => [POOL_ATTRIBUTES[field], String(policy[field])]));
}

const OFF = { mfaConfiguration: 'OFF', smsMfa: false, softwareTokenMfa: false } as const;

/**
 * SetUserPoolMfaConfig replaces the whole policy: what the request does not name is off.
 * @throws CognitoError InvalidParameterException, in the words that were measured on Cognito
 * @see Amazon Cognito API Reference, SetUserPoolMfaConfig
 */
export function mfaConfigChange(input: SetUserPoolMfaConfigInput): Attributes {
  const { MfaConfiguration = 'OFF', SmsMfaConfiguration, SoftwareTokenMfaConfiguration, EmailMfaConfiguration } = input;
  const smsMfa = SmsMfaConfiguration !== undefined;
  const softwareTokenMfa = SoftwareTokenMfaConfiguration?.Enabled === true;
  const hasFactor = smsMfa || softwareTokenMfa || EmailMfaConfiguration !== undefined;
  if (MfaConfiguration === 'OFF' && hasFactor) {
    throw invalidParameter("Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
  }
  if (MfaConfiguration !== 'OFF' && !hasFactor) {
    throw invalidParameter(
      'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
    );
  }
  if (EmailMfaConfiguration !== undefined) throw invalidParameter('EmailMfaConfiguration is not supported.');
  if (input.WebAuthnConfiguration !== undefined) throw invalidParameter('WebAuthnConfiguration is not supported.');
  const message = SmsMfaConfiguration?.SmsAuthenticationMessage;
  return policyAttributes({
    mfaConfiguration: MfaConfiguration,
    smsMfa,
    softwareTokenMfa,
    ...(message === undefined ? {} : { smsAuthenticationMessage: message }),
  });
}

/** What CreateUserPool and UpdateUserPool say of MFA. */
interface PoolMfa {
  readonly MfaConfiguration?: PoolPolicy['mfaConfiguration'];
  readonly SmsAuthenticationMessage?: string;
  /** Whether the pool has an SmsConfiguration, by this request or an earlier one. */
  readonly hasSms: boolean;
}

/** The policy of a new pool. These operations have no member for authenticators. */
export function mfaOfNewPool({ MfaConfiguration = 'OFF', SmsAuthenticationMessage, hasSms }: PoolMfa): Attributes {
  if (MfaConfiguration !== 'OFF' && !hasSms) throw smsIsRequired();
  return policyAttributes({
    ...OFF,
    ...(MfaConfiguration === 'OFF' ? {} : { mfaConfiguration: MfaConfiguration, smsMfa: true }),
    ...(SmsAuthenticationMessage === undefined ? {} : { smsAuthenticationMessage: SmsAuthenticationMessage }),
  });
}

/**
 * What UpdateUserPool changes of a policy. One that is left out, and the factors of one that stays on, are kept; tools send the mode with
 * every update, after SetUserPoolMfaConfig.
 */
export function mfaAfterUpdate(
  before: PoolPolicy,
  { MfaConfiguration, SmsAuthenticationMessage, hasSms }: PoolMfa,
): Attributes {
  if (MfaConfiguration === 'ON' && before.mfaConfiguration !== 'ON') {
    throw invalidParameter('Cannot turn MFA functionality ON, once the user pool has been created.');
  }
  const isTurnedOn = MfaConfiguration === 'OPTIONAL' && before.mfaConfiguration === 'OFF';
  if (isTurnedOn && !hasSms) throw smsIsRequired();
  const message = SmsAuthenticationMessage === undefined ? {} : { smsAuthenticationMessage: SmsAuthenticationMessage };
  if (MfaConfiguration === undefined) return policyAttributes(message);
  if (MfaConfiguration === 'OFF') return policyAttributes({ ...OFF, ...message });
  const factors = isTurnedOn ? { smsMfa: true, softwareTokenMfa: false } : {};
  return policyAttributes({ mfaConfiguration: MfaConfiguration, ...factors, ...message });
}

const smsIsRequired = () =>
  invalidParameter(
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  );
