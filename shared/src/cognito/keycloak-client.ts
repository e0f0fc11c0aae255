import { API_SCOPE } from './names.ts';
import { tokenLifetimes, type TokenLifetimeMembers } from './token-lifetimes.ts';

/** Members of CreateUserPoolClient that a client keeps as Cognito has them. */
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

/** What is kept of one of Cognito's clients. An empty list is as none. */
export function keptClientMembers(members: object): Readonly<Record<string, unknown>> {
  const given = members as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  for (const name of KEPT) {
    const value = given[name];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) kept[name] = value;
  }
  return kept;
}

/** What of a client of Cognito's decides about Keycloak's. */
export interface ClientMembers extends TokenLifetimeMembers {
  readonly AllowedOAuthFlowsUserPoolClient?: boolean;
  readonly AllowedOAuthFlows?: readonly string[];
  readonly AllowedOAuthScopes?: readonly string[];
  readonly CallbackURLs?: readonly string[];
  readonly LogoutURLs?: readonly string[];
}

/** A client of Keycloak for one of Cognito's. */
export interface KeycloakClient {
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly standardFlow: boolean;
  readonly implicitFlow: boolean;
  /** For clients with a secret. */
  readonly serviceAccount: boolean;
  readonly directAccessGrants: false;
  readonly defaultScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The client of Keycloak for one of Cognito's. It has no direct grant: the API's own sign-in is not one, and Keycloak's endpoint for it
 * would be another way in.
 */
export function keycloakClientOf(members: ClientMembers): KeycloakClient {
  const { accessInSeconds, idInSeconds, refreshInSeconds } = tokenLifetimes(members);
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] } = members;
  const { CallbackURLs = [], LogoutURLs = [] } = members;
  const isOAuth = members.AllowedOAuthFlowsUserPoolClient === true;
  return {
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
      // Keycloak's own attribute is for both tokens.
      'lifeguard.cognito.idTokenLifespan': String(idInSeconds),
      // Of the session that a refresh token stands for: it ends so long after the sign-in, used or not.
      'client.session.idle.timeout': String(refreshInSeconds),
      'client.session.max.lifespan': String(refreshInSeconds),
    },
  };
}

/** Of a client whose tokens are bound to a certificate (RFC 8705) or a key (RFC 9449). */
const BINDINGS = ['tls.client.certificate.bound.access.tokens', 'dpop.bound.access.tokens'];

/** Whether each request for tokens of a client has to prove a certificate or a key, for which Cognito's requests have no place. */
export function bindsTokens(attributes: Readonly<Record<string, string>>): boolean {
  return BINDINGS.some((name) => attributes[name] === 'true');
}
