import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import { API_SCOPE, CLIENT_SETTINGS_ATTRIBUTE } from '@lifeguard/shared/cognito';
import { type ExportedClient, millisOf } from './cognito-export.ts';
import { tokenLifetimes } from './token-lifetimes.ts';

/** Members that the API keeps as Cognito has them. */
const KEPT = [
  'AccessTokenValidity',
  'AllowedOAuthFlows',
  'AllowedOAuthFlowsUserPoolClient',
  'AllowedOAuthScopes',
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

/** The client for one of a pool, with the same id, and the same secret where it has one. Like those of the API it has no direct grant. */
export function planClient(client: ExportedClient): ClientRepresentation & { readonly clientId: string } {
  const { accessInSeconds, idInSeconds, refreshInSeconds } = tokenLifetimes(client);
  const { ClientId: clientId, ClientName, ClientSecret: secret } = client;
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [], CallbackURLs = [], LogoutURLs = [] } = client;
  const isOAuth = client.AllowedOAuthFlowsUserPoolClient === true;
  return {
    clientId,
    name: ClientName ?? clientId,
    protocol: 'openid-connect',
    enabled: true,
    ...(secret === undefined ? { publicClient: true } : { publicClient: false, secret }),
    redirectUris: [...CallbackURLs],
    standardFlowEnabled: isOAuth && flows.includes('code'),
    implicitFlowEnabled: isOAuth && flows.includes('implicit'),
    serviceAccountsEnabled: secret !== undefined && isOAuth && flows.includes('client_credentials'),
    directAccessGrantsEnabled: false,
    consentRequired: false,
    defaultClientScopes: [API_SCOPE, 'basic', 'acr', 'web-origins'],
    optionalClientScopes: ['profile', 'email', 'phone'].filter((scope) => scopes.includes(scope)),
    attributes: {
      'post.logout.redirect.uris': LogoutURLs.join('##'),
      'access.token.lifespan': String(accessInSeconds),
      'lifeguard.cognito.idTokenLifespan': String(idInSeconds),
      'client.session.idle.timeout': String(refreshInSeconds),
      'client.session.max.lifespan': String(refreshInSeconds),
      [CLIENT_SETTINGS_ATTRIBUTE]: JSON.stringify(settingsOf(client)),
    },
  };
}

/** An empty list is as none. */
function settingsOf(client: ExportedClient): object {
  const kept = KEPT.flatMap((member) => {
    const value = client[member];
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[member, value] as const];
  });
  const dates = (['CreationDate', 'LastModifiedDate'] as const).flatMap((member) => {
    const millis = millisOf(client[member]);
    return millis === undefined ? [] : [[member, millis / 1000] as const];
  });
  return Object.fromEntries([...kept, ...dates]);
}
