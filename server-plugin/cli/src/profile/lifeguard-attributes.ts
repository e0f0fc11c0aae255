import type { UserProfileAttribute } from '@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { E164_PATTERN, MFA_FACTORS, NO_FACTOR, USER_ATTRIBUTES } from '@lifeguard/shared/mfa';

/** An attribute of the user profile with the parts that Lifeguard relies on. */
export interface LifeguardAttribute extends UserProfileAttribute {
  readonly name: string;
  readonly multivalued: boolean;
  readonly permissions: { readonly view: string[]; readonly edit: string[] };
}

const ADMIN_EDITS = ['admin'];

/** What the administrator reads at a mark of the Cognito API. */
const MARK_NAMES: { readonly [Mark in keyof typeof USER_MARKS]: string } = {
  signUp: 'Sign-up',
  passwordReset: 'Password reset',
  disabled: 'Disabled while unconfirmed',
  temporaryPasswordSince: 'Temporary password since',
  pendingEmail: 'E-mail address to be verified',
  pendingPhoneNumber: 'Phone number to be verified',
  modifiedAt: 'Modified by the Cognito API at',
};

/**
 * What the user profile needs. Only administrators edit: whoever could set the own number, or one that waits for its code, could receive the code.
 * What the profile does not name, users write where the realm lets them have attributes of any name. The user sees the number; the others are bookkeeping and stay out of the account console.
 */
export const LIFEGUARD_ATTRIBUTES: readonly LifeguardAttribute[] = [
  {
    name: USER_ATTRIBUTES.phoneNumber,
    displayName: 'Phone number',
    validations: {
      pattern: {
        pattern: E164_PATTERN,
        'error-message': 'Write the number as + and 7 to 15 digits, for example +14155550123.',
      },
    },
    permissions: { view: ['admin', 'user'], edit: ADMIN_EDITS },
    multivalued: false,
  },
  {
    name: USER_ATTRIBUTES.phoneNumberVerified,
    displayName: 'Phone number verified',
    validations: { options: { options: ['true', 'false'] } },
    permissions: { view: ['admin'], edit: ADMIN_EDITS },
    multivalued: false,
  },
  {
    name: USER_ATTRIBUTES.enabledMfa,
    displayName: 'Enabled second factors',
    validations: { options: { options: [...MFA_FACTORS, NO_FACTOR] } },
    permissions: { view: ['admin'], edit: ADMIN_EDITS },
    multivalued: true,
  },
  {
    name: USER_ATTRIBUTES.preferredMfa,
    displayName: 'Preferred second factor',
    validations: { options: { options: [...MFA_FACTORS] } },
    permissions: { view: ['admin'], edit: ADMIN_EDITS },
    multivalued: false,
  },
  ...(Object.keys(USER_MARKS) as (keyof typeof USER_MARKS)[]).map((mark) => ({
    name: USER_MARKS[mark],
    displayName: MARK_NAMES[mark],
    permissions: { view: ['admin'], edit: ADMIN_EDITS },
    multivalued: false,
  })),
];
