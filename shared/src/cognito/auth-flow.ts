/** How a client may sign users in; the names that CreateUserPoolClient has for it, without the older ones. */
export const AUTH_FLOWS = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_USER_AUTH',
] as const;

export type AuthFlow = (typeof AUTH_FLOWS)[number];

/** The older names, and what their clients may do all the same: SRP and refresh. */
const OLDER = {
  ADMIN_NO_SRP_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  CUSTOM_AUTH_FLOW_ONLY: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
} as const satisfies Readonly<Record<string, readonly AuthFlow[]>>;
/** Of a client that was made without any. */
const UNNAMED: readonly AuthFlow[] = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_CUSTOM_AUTH'];

/** Whether a client may use a flow. */
export function allowsFlow(
  { ExplicitAuthFlows: names = [] }: { readonly ExplicitAuthFlows?: readonly string[] },
  flow: AuthFlow,
): boolean {
  if (names.length === 0) return UNNAMED.includes(flow);
  return names.some((name) => name === flow || meaningOf(name).includes(flow));
}

function meaningOf(name: string): readonly AuthFlow[] {
  return Object.prototype.hasOwnProperty.call(OLDER, name) ? OLDER[name as keyof typeof OLDER] : [];
}
