import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type ClientScopeRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js';
import type { Change } from '../install/change.ts';
import { AMR_MAPPER } from '../install/plan-amr.ts';

/** Takes the claim `amr` out of tokens, wherever an operator has put it. */
export function planMappers(
  scopes: readonly ClientScopeRepresentation[],
  clients: readonly ClientRepresentation[],
): readonly Change[] {
  return [
    ...scopes.flatMap(({ id = '', name, protocolMappers = [] }) =>
      ourMappers(protocolMappers).map(
        (mapperId) =>
          ({
            what: `take the claim amr out of the client scope "${name}"`,
            apply: async ({ client }) => client.clientScopes.delProtocolMapper({ id, mapperId }),
          }) satisfies Change,
      ),
    ),
    ...clients.flatMap(({ id = '', clientId, protocolMappers = [] }) =>
      ourMappers(protocolMappers).map(
        (mapperId) =>
          ({
            what: `take the claim amr out of the client "${clientId}"`,
            apply: async ({ client }) => client.clients.delProtocolMapper({ id, mapperId }),
          }) satisfies Change,
      ),
    ),
  ];
}

function ourMappers(mappers: NonNullable<ClientScopeRepresentation['protocolMappers']>): readonly string[] {
  return mappers.flatMap(({ id, protocolMapper }) => (protocolMapper === AMR_MAPPER && id !== undefined ? [id] : []));
}
