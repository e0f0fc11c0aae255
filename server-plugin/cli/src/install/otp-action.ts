import type RequiredActionProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js';
import type { Change } from './change.ts';

/** Keycloak's page on which a user enrols an authenticator app. */
export const OTP_ACTION = 'CONFIGURE_TOTP';

/** Makes the enrolment page available. Whether new users must enrol by default is the policy's business, so that stays as it is. */
export function planOtpAction(actions: readonly RequiredActionProviderRepresentation[]): readonly Change[] {
  const action = actions.find(({ alias }) => alias === OTP_ACTION);
  if (action === undefined) {
    return [
      {
        what: `register the required action ${OTP_ACTION}`,
        async apply({ client }): Promise<void> {
          await client.authenticationManagement.registerRequiredAction({
            providerId: OTP_ACTION,
            name: 'Configure OTP',
          });
        },
      },
    ];
  }
  if (action.enabled === true) return [];
  return [
    {
      what: `enable the required action ${OTP_ACTION}`,
      async apply({ client }): Promise<void> {
        await client.authenticationManagement.updateRequiredAction({ alias: OTP_ACTION }, { ...action, enabled: true });
      },
    },
  ];
}
