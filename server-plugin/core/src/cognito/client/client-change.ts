import { API_SCOPE } from '@lifeguard/shared/cognito';
import type { ClientChange } from '../ports.ts';
import type { ClientMembers } from './check-client.ts';
import { CLIENT_SETTINGS_ATTRIBUTE, type ClientSettings } from './client-settings.ts';
import { tokenLifetimes } from './token-lifetimes.ts';

/** Seconds that the id tokens of a client are good for; Keycloak's own attribute is for both tokens. */
const ID_TOKEN_LIFESPAN_ATTRIBUTE = 'lifeguard.cognito.idTokenLifespan';

const KEPT = [
  'AccessTokenValidity',
  'AllowedOAuthFlows',
  'AllowedOAuthFlowsUserPoolClient',
  'AllowedOAuthScopes',
  'AnalyticsConfiguration',
  'AuthSessionValidity',
  'CallbackURLs',
  'ClientName',
  'DefaultRedirectURI',
  'EnablePropagateAdditionalUserContextData',
  'EnableTokenRevocation',
  'ExplicitAuthFlows',
  'IdTokenValidity',
  'LogoutURLs',
  'PreventUserExistenceErrors',
  'ReadAttributes',
  'RefreshTokenRotation',
  'RefreshTokenValidity',
  'SupportedIdentityProviders',
  'TokenValidityUnits',
  'WriteAttributes',
] as const;

/** What is kept of a request to make or to change a client. An empty list is as none. */
export function clientSettingsOf(members: ClientMembers): ClientSettings {
  const settings: Record<string, unknown> = {};
  for (const name of KEPT) {
    const value = members[name];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) settings[name] = value;
  }
  return settings;
}

/**
 * The client of Keycloak for all members of one of Cognito's. It has no direct grant: the API's own sign-in is not one, and Keycloak's
 * endpoint for it would be another way in.
 */
export function clientChangeOf(settings: ClientSettings, members: ClientMembers): ClientChange {
  const { accessInSeconds, idInSeconds, refreshInSeconds } = tokenLifetimes(members);
  const {
    AllowedOAuthFlows: flows = [],
    AllowedOAuthScopes: scopes = [],
    CallbackURLs = [],
    LogoutURLs = [],
  } = members;
  const isOAuth = members.AllowedOAuthFlowsUserPoolClient === true;
  return {
    ...(settings.ClientName === undefined ? {} : { name: settings.ClientName }),
    redirectUris: CallbackURLs,
    postLogoutRedirectUris: LogoutURLs,
    standardFlow: isOAuth && flows.includes('code'),
    implicitFlow: isOAuth && flows.includes('implicit'),
    serviceAccount: isOAuth && flows.includes('client_credentials'),
    directAccessGrants: false,
    defaultScopes: [API_SCOPE, 'basic', 'acr', 'web-origins'],
    optionalScopes: ['profile', 'email', 'phone'].filter((scope) => scopes.includes(scope)),
    attributes: {
      'access.token.lifespan': String(accessInSeconds),
      [ID_TOKEN_LIFESPAN_ATTRIBUTE]: String(idInSeconds),
      // Of the session that a refresh token stands for: it ends so long after the sign-in, used or not.
      'client.session.idle.timeout': String(refreshInSeconds),
      'client.session.max.lifespan': String(refreshInSeconds),
      [CLIENT_SETTINGS_ATTRIBUTE]: JSON.stringify(settings),
    },
  };
}
