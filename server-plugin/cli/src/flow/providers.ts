/** The authenticator that the plugin adds to every flow with pages. */
export const LIFEGUARD_STEP = 'lifeguard-mfa';

/** The one that it adds to the direct grant, which has no pages. */
export const LIFEGUARD_GRANT_STEP = 'lifeguard-direct-grant';

export function isLifeguardStep(provider: string | undefined): boolean {
  return provider === LIFEGUARD_STEP || provider === LIFEGUARD_GRANT_STEP;
}

/** Keycloak's authenticators that check a password on a page. */
export const PASSWORD_STEPS: readonly string[] = ['auth-username-password-form', 'auth-password-form'];

/** Keycloak's own page for a code of an authenticator app. */
export const OTP_STEP = 'auth-otp-form';

/** After a forgotten password: lets whoever reads the mail set up an authenticator. */
export const RESET_OTP_STEP = 'reset-otp';

/** Authenticators that link an account of an identity provider to one that exists here. */
export const LINK_STEPS: readonly string[] = [
  'idp-email-verification',
  'idp-username-password-form',
  'idp-auto-link',
  ...PASSWORD_STEPS,
];

/**
 * Authenticators that need no second factor behind them: the cookie stands for a sign-in that passed the flow, and the
 * other two send the browser on to an identity provider, which is looked at on its own.
 */
export const HARMLESS_STEPS: readonly string[] = ['auth-cookie', 'identity-provider-redirector', 'organization'];

/** Conditions decide whether their sub-flow runs; they ask the user nothing. */
export function isCondition(provider: string | undefined): boolean {
  return provider?.startsWith('conditional-') === true;
}
