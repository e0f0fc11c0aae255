import type { ExportedPasswordPolicy } from './cognito-export.ts';

/** Cognito takes no longer ones. */
const MAX_LENGTH = 256;

/** Keycloak's rule for each class of characters. */
const CLASSES = {
  RequireUppercase: 'upperCase',
  RequireLowercase: 'lowerCase',
  RequireNumbers: 'digits',
  RequireSymbols: 'specialChars',
} as const;

/** Keycloak's password policy for one of Cognito's. @see org.keycloak.models.PasswordPolicy */
export function passwordPolicyOf(policy: ExportedPasswordPolicy = {}): string {
  const { MinimumLength = 8, PasswordHistorySize = 0 } = policy;
  const classes = Object.entries(CLASSES).filter(([member]) => policy[member as keyof typeof CLASSES] === true);
  return [
    `length(${MinimumLength})`,
    `maxLength(${MAX_LENGTH})`,
    ...classes.map(([, rule]) => `${rule}(1)`),
    ...(PasswordHistorySize > 0 ? [`passwordHistory(${PasswordHistorySize})`] : []),
  ].join(' and ');
}
