import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import { CLIENT_SETTINGS_ATTRIBUTE, keptClientMembers, keycloakClientOf } from '@lifeguard/shared/cognito';
import { type ExportedClient, millisOf } from './cognito-export.ts';

/** The client for one of a pool, with the same id, and the same secret where it has one. */
export function planClient(client: ExportedClient): ClientRepresentation & { readonly clientId: string } {
  const { ClientId: clientId, ClientName, ClientSecret: secret } = client;
  const planned = keycloakClientOf(client);
  return {
    clientId,
    name: ClientName ?? clientId,
    protocol: 'openid-connect',
    enabled: true,
    ...(secret === undefined ? { publicClient: true } : { publicClient: false, secret }),
    redirectUris: [...planned.redirectUris],
    standardFlowEnabled: planned.standardFlow,
    implicitFlowEnabled: planned.implicitFlow,
    serviceAccountsEnabled: secret !== undefined && planned.serviceAccount,
    directAccessGrantsEnabled: planned.directAccessGrants,
    consentRequired: false,
    defaultClientScopes: [...planned.defaultScopes],
    optionalClientScopes: [...planned.optionalScopes],
    attributes: {
      ...planned.attributes,
      'post.logout.redirect.uris': planned.postLogoutRedirectUris.join('##'),
      [CLIENT_SETTINGS_ATTRIBUTE]: JSON.stringify(settingsOf(client)),
    },
  };
}

function settingsOf(client: ExportedClient): object {
  const dates = (['CreationDate', 'LastModifiedDate'] as const).flatMap((member) => {
    const millis = millisOf(client[member]);
    return millis === undefined ? [] : [[member, millis / 1000] as const];
  });
  return { ...keptClientMembers(client), ...Object.fromEntries(dates) };
}
