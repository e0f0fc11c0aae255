import type RequiredActionProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js';
import type { Change } from './change.ts';

/** Keycloak's page on which a user enrols an authenticator app. */
const OTP_ACTION = 'CONFIGURE_TOTP';

/** The actions on whose pages users set up and manage their factors, and the names that Keycloak shows for them. */
const ACTIONS: Readonly<Record<string, string>> = {
  [OTP_ACTION]: 'Configure OTP',
  'lifeguard-phone-number': 'Set up codes by SMS',
  'lifeguard-mfa-settings': 'Choose second factors',
};

/** Makes the pages available. Whether new users must set something up by default is the policy's business, so that stays as it is. */
export function planRequiredActions(actions: readonly RequiredActionProviderRepresentation[]): readonly Change[] {
  return Object.entries(ACTIONS).flatMap(([id, name]) => planAction(id, name, actions));
}

function planAction(
  id: string,
  name: string,
  actions: readonly RequiredActionProviderRepresentation[],
): readonly Change[] {
  const action = actions.find(({ alias }) => alias === id);
  if (action === undefined) {
    return [
      {
        what: `register the required action ${id}`,
        async apply({ client }): Promise<void> {
          await client.authenticationManagement.registerRequiredAction({ providerId: id, name });
        },
      },
    ];
  }
  if (action.enabled === true) return [];
  return [
    {
      what: `enable the required action ${id}`,
      async apply({ client }): Promise<void> {
        await client.authenticationManagement.updateRequiredAction({ alias: id }, { ...action, enabled: true });
      },
    },
  ];
}
