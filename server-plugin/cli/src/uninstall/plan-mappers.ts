import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type ClientScopeRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js';
import { CONSOLE_CLIENT } from '../console/console-client.ts';
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

/** Removes the client by which administrators sign in to the console. */
export function planConsoleRemoval(clients: readonly ClientRepresentation[]): readonly Change[] {
  return clients.flatMap(({ id, clientId }) =>
    clientId === CONSOLE_CLIENT && id !== undefined
      ? [{ what: `delete the client ${CONSOLE_CLIENT}`, apply: ({ client }) => client.clients.del({ id }) }]
      : [],
  );
}
