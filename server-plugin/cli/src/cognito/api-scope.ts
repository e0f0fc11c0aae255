import type ClientScopeRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js';
import { API_SCOPE, CLAIMS_MAPPER } from '@lifeguard/shared/cognito';
import type { Pool } from '../connect.ts';
import type { Change } from '../install/change.ts';

/** As the plugin makes it in the realms of CreateUserPool. */
const MAPPER = {
  name: CLAIMS_MAPPER,
  protocol: 'openid-connect',
  protocolMapper: CLAIMS_MAPPER,
  config: {},
};

/** The client scope by which tokens may be used with the API and have the claims of Cognito's. */
const SCOPE: ClientScopeRepresentation = {
  name: API_SCOPE,
  description: 'Use of the Cognito API in the name of the user (Lifeguard)',
  protocol: 'openid-connect',
  attributes: { 'include.in.token.scope': 'true', 'display.on.consent.screen': 'false' },
};

/** Makes the client scope of the API, or gives it its mapper back. */
export function planApiScope(scopes: readonly ClientScopeRepresentation[]): readonly Change[] {
  const scope = scopes.find(({ name }) => name === API_SCOPE);
  if (scope === undefined) {
    return [
      {
        what: `create the client scope ${API_SCOPE} with the claims of Cognito`,
        apply: async ({ client }) => void (await client.clientScopes.create({ ...SCOPE, protocolMappers: [MAPPER] })),
      },
    ];
  }
  const hasMapper = scope.protocolMappers?.some(({ protocolMapper }) => protocolMapper === CLAIMS_MAPPER) === true;
  if (hasMapper) return [];
  return [
    {
      what: `add the claims of Cognito to the client scope ${API_SCOPE}`,
      apply: ({ client }) => client.clientScopes.addProtocolMapper({ id: scope.id ?? '' }, MAPPER),
    },
  ];
}

/** Takes the client scope away, and the claims with it; clients that have it lose it. */
export function planScopeRemoval(scopes: readonly ClientScopeRepresentation[]): readonly Change[] {
  return scopes.flatMap(({ id, name }) =>
    name === API_SCOPE && id !== undefined
      ? [{ what: `delete the client scope ${API_SCOPE}`, apply: ({ client }) => client.clientScopes.del({ id }) }]
      : [],
  );
}

/** Keycloak's id of the client scope, which has to be there. */
export async function apiScopeId({ client, realm }: Pool): Promise<string> {
  const id = (await client.clientScopes.findOneByName({ name: API_SCOPE }))?.id;
  if (id === undefined) throw new Error(`realm ${realm} has no client scope ${API_SCOPE}`);
  return id;
}
