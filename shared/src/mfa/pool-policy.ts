import { startOfDayInMillis } from './calendar-date.ts';
import type { MfaFactor } from './factor.ts';
import { smsMessageProblem } from './sms-message.ts';

/** Cognito's MfaConfiguration: nobody, whoever turned it on, or everybody is asked for a second factor. */
export type MfaConfiguration = 'OFF' | 'OPTIONAL' | 'ON';

/** The MFA policy of a user pool, which is a Keycloak realm. */
export interface PoolPolicy {
  readonly mfaConfiguration: MfaConfiguration;
  readonly smsMfa: boolean;
  readonly softwareTokenMfa: boolean;
  /** Whether a verified software token is asked for in an OPTIONAL pool before the user has set any preference. */
  readonly verifiedTokenIsEnabled: boolean;
  /** The text of the SMS, with `{####}` where the code goes. */
  readonly smsAuthenticationMessage: string;
  readonly smsCodeValidityInSeconds: number;
  /** Whether the text ends with a line that binds the code to the sign-in's host, `@host #code`. */
  readonly smsIsOriginBound: boolean;
  /** Whether a pool that was created otherwise may be set to ON. */
  readonly requiredAfterCreation: RequiredAfterCreation;
  /** The day, in UTC, on which set-up can no longer be postponed (`2026-12-31`); empty for no grace period. */
  readonly setUpGraceEndsOn: string;
  /** Whether users without a phone number may enter one themselves; afterwards only an administrator changes it. */
  readonly phoneNumberByUser: boolean;
  /** Whether users who come from an identity provider are asked too; it may have asked already. */
  readonly mfaAfterIdentityProvider: boolean;
  /** Whether the approval on the device that CIBA asks counts as the second factor. */
  readonly backchannelIsSecondFactor: boolean;
}

/** Cognito: Required "can only be specified when your user pool is created"; `allowed` lifts that. */
export type RequiredAfterCreation = 'refused' | 'allowed';

export interface PolicyProblem {
  readonly attribute: string;
  readonly message: string;
}

export type PoolPolicyResult =
  | { readonly ok: true; readonly policy: PoolPolicy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The realm attribute that holds each field of the policy. */
export const POOL_ATTRIBUTES: { readonly [Field in keyof PoolPolicy]: string } = {
  mfaConfiguration: 'lifeguard.mfaConfiguration',
  smsMfa: 'lifeguard.smsMfa',
  softwareTokenMfa: 'lifeguard.softwareTokenMfa',
  verifiedTokenIsEnabled: 'lifeguard.verifiedTokenIsEnabled',
  smsAuthenticationMessage: 'lifeguard.smsAuthenticationMessage',
  smsCodeValidityInSeconds: 'lifeguard.smsCodeValidityInSeconds',
  smsIsOriginBound: 'lifeguard.smsIsOriginBound',
  requiredAfterCreation: 'lifeguard.requiredAfterCreation',
  setUpGraceEndsOn: 'lifeguard.setUpGraceEndsOn',
  phoneNumberByUser: 'lifeguard.phoneNumberByUser',
  mfaAfterIdentityProvider: 'lifeguard.mfaAfterIdentityProvider',
  backchannelIsSecondFactor: 'lifeguard.backchannelIsSecondFactor',
};

/** The policy of a realm in which nobody has set anything. */
export const DEFAULT_POOL_POLICY: PoolPolicy = {
  mfaConfiguration: 'OFF',
  smsMfa: false,
  softwareTokenMfa: true,
  // Keycloak's own meaning: an authenticator that was registered is asked for.
  verifiedTokenIsEnabled: true,
  smsAuthenticationMessage: 'Your authentication code is {####}.',
  smsCodeValidityInSeconds: 180,
  smsIsOriginBound: false,
  requiredAfterCreation: 'refused',
  setUpGraceEndsOn: '',
  phoneNumberByUser: false,
  mfaAfterIdentityProvider: true,
  backchannelIsSecondFactor: false,
};

const MFA_CONFIGURATIONS: readonly MfaConfiguration[] = ['OFF', 'OPTIONAL', 'ON'];
// Cognito's AuthSessionValidity: 3 to 15 minutes.
/** How long a code by SMS may be valid. */
export const SMS_VALIDITY_IN_SECONDS = { min: 180, max: 900 } as const;

interface Reader<Value> {
  /** Undefined for a text that can't be read. */
  parse(text: string): Value | undefined;
  problem(text: string): string;
}

const FLAG: Reader<boolean> = {
  parse(text) {
    if (text === 'true') return true;
    return text === 'false' ? false : undefined;
  },
  problem: () => 'The value must be true or false.',
};

/** How the attribute of each field is read. */
const READERS: { readonly [Field in keyof PoolPolicy]: Reader<PoolPolicy[Field]> } = {
  mfaConfiguration: {
    parse: (text) => MFA_CONFIGURATIONS.find((known) => known === text),
    problem: () => 'The value must be OFF, OPTIONAL or ON.',
  },
  smsMfa: FLAG,
  softwareTokenMfa: FLAG,
  verifiedTokenIsEnabled: FLAG,
  smsAuthenticationMessage: {
    parse: (text) => (smsMessageProblem(text) === undefined ? text : undefined),
    problem: (text) => smsMessageProblem(text) ?? '',
  },
  smsCodeValidityInSeconds: {
    parse: parseValidity,
    problem: () =>
      `The value must be a number of seconds from ${SMS_VALIDITY_IN_SECONDS.min} to ${SMS_VALIDITY_IN_SECONDS.max}.`,
  },
  smsIsOriginBound: FLAG,
  requiredAfterCreation: {
    parse: (text) => (text === 'refused' || text === 'allowed' ? text : undefined),
    problem: () => 'The value must be refused or allowed.',
  },
  setUpGraceEndsOn: {
    parse: (text) => (text === '' || startOfDayInMillis(text) !== undefined ? text : undefined),
    problem: () => 'The value must be a date such as 2026-12-31, or empty.',
  },
  phoneNumberByUser: FLAG,
  mfaAfterIdentityProvider: FLAG,
  backchannelIsSecondFactor: FLAG,
};

/** Reads a realm's attributes. A value that can't be read is a problem and never a default: a typing error must not switch MFA off. */
export function parsePoolPolicy(attributes: Readonly<Record<string, string | undefined>>): PoolPolicyResult {
  const problems: PolicyProblem[] = [];

  function read<Field extends keyof PoolPolicy>(field: Field): PoolPolicy[Field] {
    const text = attributes[POOL_ATTRIBUTES[field]];
    if (text === undefined) return DEFAULT_POOL_POLICY[field];
    const value = READERS[field].parse(text);
    if (value !== undefined) return value;
    problems.push({ attribute: POOL_ATTRIBUTES[field], message: READERS[field].problem(text) });
    return DEFAULT_POOL_POLICY[field];
  }

  // Written out: this is read in every sign-in.
  const policy: PoolPolicy = {
    mfaConfiguration: read('mfaConfiguration'),
    smsMfa: read('smsMfa'),
    softwareTokenMfa: read('softwareTokenMfa'),
    verifiedTokenIsEnabled: read('verifiedTokenIsEnabled'),
    smsAuthenticationMessage: read('smsAuthenticationMessage'),
    smsCodeValidityInSeconds: read('smsCodeValidityInSeconds'),
    smsIsOriginBound: read('smsIsOriginBound'),
    requiredAfterCreation: read('requiredAfterCreation'),
    setUpGraceEndsOn: read('setUpGraceEndsOn'),
    phoneNumberByUser: read('phoneNumberByUser'),
    mfaAfterIdentityProvider: read('mfaAfterIdentityProvider'),
    backchannelIsSecondFactor: read('backchannelIsSecondFactor'),
  };
  if (policy.setUpGraceEndsOn !== '' && policy.requiredAfterCreation !== 'allowed') {
    problems.push({
      attribute: POOL_ATTRIBUTES.setUpGraceEndsOn,
      message: `A grace period needs ${POOL_ATTRIBUTES.requiredAfterCreation} = allowed.`,
    });
  }
  if (policy.mfaConfiguration !== 'OFF' && poolFactors(policy).length === 0) {
    problems.push({
      attribute: POOL_ATTRIBUTES.mfaConfiguration,
      message: 'Invalid MFA Configuration given. SMS MFA or Software Token MFA must be enabled.',
    });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy };
}

function parseValidity(text: string): number | undefined {
  if (!/^[0-9]{1,4}$/.test(text)) return undefined;
  const seconds = Number(text);
  return seconds >= SMS_VALIDITY_IN_SECONDS.min && seconds <= SMS_VALIDITY_IN_SECONDS.max ? seconds : undefined;
}

/** The realm attributes that say a policy; {@link parsePoolPolicy} reads them back. */
export function formatPoolPolicy(policy: PoolPolicy): Record<string, string> {
  const fields = Object.keys(POOL_ATTRIBUTES) as (keyof PoolPolicy)[];
  const attributes: Record<string, string> = {};
  for (const field of fields) attributes[POOL_ATTRIBUTES[field]] = String(policy[field]);
  return attributes;
}

/**
 * Whether somebody who has to set up a factor may still postpone it.
 * @param now milliseconds since the epoch; asked for only where there is a grace period
 */
export function isSetUpPostponable(policy: PoolPolicy, now: () => number): boolean {
  const end = startOfDayInMillis(policy.setUpGraceEndsOn);
  return policy.requiredAfterCreation === 'allowed' && end !== undefined && now() < end;
}

/** The factors that the pool offers. */
export function poolFactors(policy: Pick<PoolPolicy, 'smsMfa' | 'softwareTokenMfa'>): readonly MfaFactor[] {
  const factors: MfaFactor[] = [];
  if (policy.smsMfa) factors.push('SMS_MFA');
  if (policy.softwareTokenMfa) factors.push('SOFTWARE_TOKEN_MFA');
  return factors;
}
