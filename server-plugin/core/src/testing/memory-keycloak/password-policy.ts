import { randomInt } from 'node:crypto';
import type { MemoryRealm, MemoryUser } from './world.ts';

/** What a policy of Keycloak can count, with its own words for what is missing. */
const RULES: Readonly<Record<string, { readonly found: (password: string) => number; readonly message: string }>> = {
  length: { found: (password) => password.length, message: 'Invalid password: minimum length {0}.' },
  digits: { found: count(/[0-9]/g), message: 'Invalid password: must contain at least {0} numerical digits.' },
  lowerCase: {
    found: count(/\p{Ll}/gu),
    message: 'Invalid password: must contain at least {0} lower case characters.',
  },
  upperCase: {
    found: count(/\p{Lu}/gu),
    message: 'Invalid password: must contain at least {0} upper case characters.',
  },
  specialChars: {
    found: count(/[^\p{L}\p{N}]/gu),
    message: 'Invalid password: must contain at least {0} special characters.',
  },
};

function count(pattern: RegExp): (password: string) => number {
  return (password) => password.match(pattern)?.length ?? 0;
}

/** What stands against a password, in Keycloak's words, by a policy such as `minLength(8) and digits(1)`. */
export function passwordProblem(
  { passwordPolicy }: Pick<MemoryRealm, 'passwordPolicy'>,
  user: Pick<MemoryUser, 'username' | 'password' | 'passwordHistory'> | undefined,
  password: string,
): { readonly reason: 'policy' | 'history'; readonly message: string } | undefined {
  for (const { name, argument } of rulesOf(passwordPolicy)) {
    const rule = RULES[name];
    if (rule !== undefined && rule.found(password) < argument) {
      return { reason: 'policy', message: rule.message.replace('{0}', String(argument)) };
    }
    if (name === 'maxLength' && password.length > argument) {
      return { reason: 'policy', message: `Invalid password: maximum length ${argument}.` };
    }
    if (name === 'notUsername' && password === user?.username) {
      return { reason: 'policy', message: 'Invalid password: must not be equal to the username.' };
    }
    if (name === 'passwordHistory' && user !== undefined) {
      const earlier = [user.password, ...user.passwordHistory].slice(0, argument);
      const message = `Invalid password: must not be equal to any of last ${argument} passwords.`;
      if (earlier.includes(password)) return { reason: 'history', message };
    }
  }
  return undefined;
}

const DAY_IN_MILLIS = 86_400_000;

/** Whether the policy has the user replace a password of that age: Keycloak asks for it by the trigger of UPDATE_PASSWORD. */
export function isPasswordOverdue(
  { passwordPolicy }: Pick<MemoryRealm, 'passwordPolicy'>,
  { password, passwordSinceInMillis }: Pick<MemoryUser, 'password' | 'passwordSinceInMillis'>,
  now: number,
): boolean {
  const days = rulesOf(passwordPolicy).find(({ name }) => name === 'forceExpiredPasswordChange')?.argument;
  return days !== undefined && password !== null && now - passwordSinceInMillis > days * DAY_IN_MILLIS;
}

/** A password with enough of everything that a policy can ask for. */
export function randomPassword({ passwordPolicy }: Pick<MemoryRealm, 'passwordPolicy'>): string {
  const wanted = Math.max(4, ...rulesOf(passwordPolicy).map(({ name, argument }) => (name in RULES ? argument : 0)));
  const classes = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!@#$%^&*'];
  const letters = classes.flatMap((kind) => Array.from({ length: wanted }, () => kind[randomInt(kind.length)] ?? 'a'));
  return letters.join('');
}

function rulesOf(policy: string): readonly { readonly name: string; readonly argument: number }[] {
  return policy
    .split(' and ')
    .map((rule) => /^(\w+)(?:\((\w*)\))?$/.exec(rule.trim()))
    .filter((match) => match !== null)
    .map(([, name = '', argument]) => ({ name, argument: Number(argument ?? 0) || 0 }));
}
