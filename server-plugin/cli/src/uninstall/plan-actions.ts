import type RequiredActionProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/requiredActionProviderRepresentation.js';
import type { Change } from '../install/change.ts';

/** Our actions; Keycloak's own for an authenticator stays as it is. */
const OUR_ACTIONS: readonly string[] = ['lifeguard-phone-number', 'lifeguard-mfa-settings'];

/** Takes our required actions off the realm. Keycloak passes over one that a user still has to do. */
export function planActions(actions: readonly RequiredActionProviderRepresentation[]): readonly Change[] {
  return actions.flatMap(({ alias }) =>
    alias !== undefined && OUR_ACTIONS.includes(alias)
      ? [
          {
            what: `remove the required action ${alias}`,
            apply: ({ client }) => client.authenticationManagement.deleteRequiredAction({ alias }),
          },
        ]
      : [],
  );
}
