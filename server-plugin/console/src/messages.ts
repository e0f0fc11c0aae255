/** Every text of the console, by its key; `{name}` stands for a value. The keys of the policy's fields end in the field's name. */
export const MESSAGES = {
  title: 'Lifeguard',
  'sign-out': 'Sign out',
  'signed-in-as': 'Signed in as {username}',
  loading: 'Loading …',
  retry: 'Try again',
  'insecure.title': 'Open the console by https',
  'insecure.text':
    'Browsers sign in safely only at an https address, or on this machine itself. Open this page by https.',
  'failed.title': 'The sign-in did not succeed',
  'failed.again': 'Sign in again',
  'missing-role.title': 'This account may not see the console',
  'missing-role.text':
    '{username} needs the role {role} of the client realm-management in realm {realm}. Ask an administrator of the realm for it, then sign in again.',
} as const;

export type MessageKey = keyof typeof MESSAGES;

type Values = Readonly<Record<string, string | number>>;

/** The text of a key with its values filled in. */
export function text(key: MessageKey, values: Values = {}): string {
  return MESSAGES[key].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
