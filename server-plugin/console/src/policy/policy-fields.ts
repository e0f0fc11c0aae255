import type { PoolPolicy } from '@lifeguard/shared/mfa';
import type { MessageKey } from '../messages.ts';

export type PolicyFieldName = keyof PoolPolicy;

type FieldKind =
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'text' | 'number' | 'date' };

const CHOICE = (...options: readonly string[]): FieldKind => ({ kind: 'choice', options });
const SWITCH = CHOICE('true', 'false');

/** How each field of the policy is entered. Whether a value is allowed the shared rules say. */
export const FIELD_KINDS: { readonly [Field in PolicyFieldName]: FieldKind } = {
  mfaConfiguration: CHOICE('OFF', 'OPTIONAL', 'ON'),
  requiredAfterCreation: CHOICE('refused', 'allowed'),
  setUpGraceEndsOn: { kind: 'date' },
  softwareTokenMfa: SWITCH,
  smsMfa: SWITCH,
  verifiedTokenIsEnabled: SWITCH,
  phoneNumberByUser: SWITCH,
  smsAuthenticationMessage: { kind: 'text' },
  smsCodeValidityInSeconds: { kind: 'number' },
  smsIsOriginBound: SWITCH,
  mfaAfterIdentityProvider: SWITCH,
  backchannelIsSecondFactor: SWITCH,
};

/** The fields as they stand on the page. */
export const FIELD_GROUPS: readonly { readonly title: MessageKey; readonly fields: readonly PolicyFieldName[] }[] = [
  { title: 'policy.group.who', fields: ['mfaConfiguration', 'requiredAfterCreation', 'setUpGraceEndsOn'] },
  {
    title: 'policy.group.factors',
    fields: ['softwareTokenMfa', 'smsMfa', 'verifiedTokenIsEnabled', 'phoneNumberByUser'],
  },
  {
    title: 'policy.group.texts',
    fields: ['smsAuthenticationMessage', 'smsCodeValidityInSeconds', 'smsIsOriginBound'],
  },
  { title: 'policy.group.ways', fields: ['mfaAfterIdentityProvider', 'backchannelIsSecondFactor'] },
];
