import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import { EXTENSION_CLIENT } from '@lifeguard/shared/cognito';
import { CONSOLE_CLIENT } from '../console/console-client.ts';
import type { Change } from '../install/change.ts';

const OWN_CLIENTS: readonly string[] = [CONSOLE_CLIENT, EXTENSION_CLIENT];

/** Removes the clients by which administrators sign in to the console, and users connect the browser extension. */
export function planOwnClientsRemoval(clients: readonly ClientRepresentation[]): readonly Change[] {
  return clients.flatMap(({ id, clientId = '' }) =>
    OWN_CLIENTS.includes(clientId) && id !== undefined
      ? [{ what: `delete the client ${clientId}`, apply: ({ client }) => client.clients.del({ id }) }]
      : [],
  );
}
