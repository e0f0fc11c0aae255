import {
  DEFAULT_POOL_POLICY,
  formatPoolPolicy,
  POOL_ATTRIBUTES,
  type PoolPolicy,
  SMS_VALIDITY_IN_SECONDS,
} from './pool-policy.ts';
import { CODE_PLACEHOLDER, SMS_MESSAGE_LENGTH } from './sms-message.ts';

export type PolicyFieldName = keyof PoolPolicy;

/** How a field of the policy is shown to an operator. */
export interface PolicyField {
  readonly label: string;
  /** What it means, in one or two sentences. */
  readonly help: string;
  readonly kind: 'choice' | 'switch' | 'text' | 'number' | 'date';
  /** Of a choice. */
  readonly options?: readonly string[];
}

/** The fields in the order in which a form asks for them. Whether a value is allowed {@link parsePoolPolicy} says. */
export const POLICY_FIELDS: { readonly [Field in PolicyFieldName]: PolicyField } = {
  mfaConfiguration: {
    label: 'MFA',
    help: 'Who is asked for a second factor: OFF nobody, OPTIONAL whoever has turned a factor on, ON everybody.',
    kind: 'choice',
    options: ['OFF', 'OPTIONAL', 'ON'],
  },
  requiredAfterCreation: {
    label: 'Required after creation',
    help: 'Whether a pool that was created otherwise may be set to ON.',
    kind: 'choice',
    options: ['refused', 'allowed'],
  },
  setUpGraceEndsOn: {
    label: 'Set-up may be postponed until',
    help: 'The day, in UTC, from which users without a factor must set one up, such as 2026-12-31. It needs Required after creation to be allowed.',
    kind: 'date',
  },
  softwareTokenMfa: { label: 'Authenticator apps', help: 'Codes of an authenticator app (TOTP).', kind: 'switch' },
  smsMfa: { label: 'SMS', help: 'Codes by text message.', kind: 'switch' },
  verifiedTokenIsEnabled: {
    label: 'A registered authenticator is on',
    help: 'Whether an OPTIONAL pool asks for a registered authenticator before its user has chosen anything.',
    kind: 'switch',
  },
  phoneNumberByUser: {
    label: 'Phone number by the user',
    help: 'Whether users without a phone number may enter a first one.',
    kind: 'switch',
  },
  smsAuthenticationMessage: {
    label: 'Text of the SMS',
    help: `${SMS_MESSAGE_LENGTH.min} to ${SMS_MESSAGE_LENGTH.max} characters, with ${CODE_PLACEHOLDER} where the code goes.`,
    kind: 'text',
  },
  smsCodeValidityInSeconds: {
    label: 'Seconds for which a code by SMS is valid',
    help: `${SMS_VALIDITY_IN_SECONDS.min} to ${SMS_VALIDITY_IN_SECONDS.max}.`,
    kind: 'number',
  },
  smsIsOriginBound: {
    label: 'SMS bound to this host',
    help: 'Ends the text with a line by which phones offer the code on the pages of this host only.',
    kind: 'switch',
  },
  mfaAfterIdentityProvider: {
    label: 'After an identity provider',
    help: 'Whether users who come from an identity provider are asked too.',
    kind: 'switch',
  },
  backchannelIsSecondFactor: {
    label: 'Approval on a device (CIBA)',
    help: 'Whether it counts as the second factor.',
    kind: 'switch',
  },
};

/** What stands in a form: the text of each field, which may be one that the rules refuse. */
export type PolicyFormValues = Readonly<Record<PolicyFieldName, string>>;

type RealmAttributes = Readonly<Record<string, string | undefined>>;

/** The fields as the realm has them, unread; what it does not have is the default. */
export function policyFormValues(attributes: RealmAttributes): PolicyFormValues {
  const defaults = formatPoolPolicy(DEFAULT_POOL_POLICY);
  const values: Partial<Record<PolicyFieldName, string>> = {};
  for (const field of policyFieldNames()) {
    const attribute = POOL_ATTRIBUTES[field];
    values[field] = attributes[attribute] ?? defaults[attribute] ?? '';
  }
  return values as PolicyFormValues;
}

/** The attributes by which a form differs from the realm; a field that the form does not have stays. */
export function changedPolicyAttributes(
  attributes: RealmAttributes,
  form: Partial<PolicyFormValues>,
): Readonly<Record<string, string>> {
  const saved = policyFormValues(attributes);
  const changes: Record<string, string> = {};
  for (const field of policyFieldNames()) {
    const value = form[field];
    if (value !== undefined && value !== saved[field]) changes[POOL_ATTRIBUTES[field]] = value;
  }
  return changes;
}

export function policyFieldNames(): readonly PolicyFieldName[] {
  return Object.keys(POLICY_FIELDS) as PolicyFieldName[];
}
