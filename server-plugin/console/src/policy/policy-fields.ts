import type { PolicyFieldName } from '@lifeguard/shared/mfa';
import type { MessageKey } from '../messages.ts';

/** The fields of the policy as they stand on the page. */
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
