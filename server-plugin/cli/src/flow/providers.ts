/** The authenticator that the plugin adds to a flow. */
export const LIFEGUARD_STEP = 'lifeguard-mfa';

/** Keycloak's authenticators that check a password on a page. */
export const PASSWORD_STEPS: readonly string[] = ['auth-username-password-form', 'auth-password-form'];

/** Keycloak's own page for a code of an authenticator app. */
export const OTP_STEP = 'auth-otp-form';

/**
 * Authenticators that need no second factor behind them: the cookie stands for a sign-in that passed the flow, and the
 * other two send the browser on to an identity provider, which is looked at on its own.
 */
export const HARMLESS_STEPS: readonly string[] = ['auth-cookie', 'identity-provider-redirector', 'organization'];

/** Conditions decide whether their sub-flow runs; they ask the user nothing. */
export function isCondition(provider: string | undefined): boolean {
  return provider?.startsWith('conditional-') === true;
}
