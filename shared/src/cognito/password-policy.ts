/** PasswordPolicyType of the model. */
export interface PasswordPolicyType {
  readonly MinimumLength?: number;
  readonly RequireUppercase?: boolean;
  readonly RequireLowercase?: boolean;
  readonly RequireNumbers?: boolean;
  readonly RequireSymbols?: boolean;
  readonly PasswordHistorySize?: number;
  readonly TemporaryPasswordValidityDays?: number;
}

/** What CreateUserPool sets where nothing is said: DescribeUserPool of a pool that was made with a name alone. */
const DEFAULTS = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
} as const;

/** Cognito takes no longer ones. */
const MAX_LENGTH = 256;

/** Keycloak's rule for each class of characters. */
const CLASSES = {
  RequireUppercase: 'upperCase',
  RequireLowercase: 'lowerCase',
  RequireNumbers: 'digits',
  RequireSymbols: 'specialChars',
} as const;
const CLASS_MEMBERS = Object.keys(CLASSES) as (keyof typeof CLASSES)[];

const OURS: readonly string[] = ['length', 'maxLength', 'passwordHistory', ...Object.values(CLASSES)];

/** Keycloak's rules, `length(8) and digits(1)`, by name. */
function rulesOf(policy: string): readonly { readonly name: string; readonly text: string; readonly value: string }[] {
  return policy
    .split(' and ')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const [, name = text, value = ''] = /^([^(]*)\((.*)\)$/.exec(text) ?? [];
      return { name, text, value };
    });
}

/**
 * Keycloak's password policy with that of Cognito in it; other rules of Keycloak's that the realm has stay.
 * @param given what is absent is as Cognito has it for a pool about which nothing is said
 * @see org.keycloak.models.PasswordPolicy
 */
export function withPasswordPolicy(before: string, given: PasswordPolicyType): string {
  const policy = { ...DEFAULTS, ...given };
  const rules = rulesOf(before).filter(({ name }) => !OURS.includes(name));
  const texts = [`length(${policy.MinimumLength})`, `maxLength(${MAX_LENGTH})`];
  for (const member of CLASS_MEMBERS) if (policy[member]) texts.push(`${CLASSES[member]}(1)`);
  if ((given.PasswordHistorySize ?? 0) > 0) texts.push(`passwordHistory(${given.PasswordHistorySize})`);
  return [...texts, ...rules.map(({ text }) => text)].join(' and ');
}

/** What Cognito's members say of a policy of Keycloak's. A realm without one takes every password that is not empty. */
export function readPasswordPolicy(policy: string): PasswordPolicyType {
  const values = Object.fromEntries(rulesOf(policy).map(({ name, value }) => [name, value]));
  const history = Number(values['passwordHistory'] ?? 0);
  const isRequired = (member: keyof typeof CLASSES) => Number(values[CLASSES[member]] ?? 0) > 0;
  return {
    MinimumLength: Number(values['length'] ?? 1),
    RequireUppercase: isRequired('RequireUppercase'),
    RequireLowercase: isRequired('RequireLowercase'),
    RequireNumbers: isRequired('RequireNumbers'),
    RequireSymbols: isRequired('RequireSymbols'),
    ...(history > 0 ? { PasswordHistorySize: history } : {}),
  };
}
