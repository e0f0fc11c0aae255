import { CLIENT_SETTINGS_ATTRIBUTE, keptClientMembers, keycloakClientOf } from '@lifeguard/shared/cognito';
import type { ClientChange } from '../records.ts';
import type { ClientRequest } from './check-client.ts';
import type { ClientSettings } from './client-settings.ts';
import { requireLifetimes } from './token-lifetimes.ts';

/** What is kept of a request to make or to change a client. */
export function clientSettingsOf(members: ClientRequest): ClientSettings {
  return keptClientMembers(members);
}

/**
 * The client of Keycloak for all members of one of Cognito's.
 * @throws CognitoError for lifetimes of tokens that Cognito does not take
 */
export function clientChangeOf(settings: ClientSettings, members: ClientRequest): ClientChange {
  requireLifetimes(members);
  const { attributes, ...client } = keycloakClientOf(members);
  return {
    ...(settings.ClientName === undefined ? {} : { name: settings.ClientName }),
    attributes: { [CLIENT_SETTINGS_ATTRIBUTE]: JSON.stringify(settings), ...attributes },
    ...client,
  };
}
