import type { Pool } from '../connect.ts';
import type { Change } from '../install/change.ts';
import { clientFaults } from '../install/client-faults.ts';
import {
  CONSOLE_CLIENT,
  CONSOLE_ROLES,
  consoleClient,
  type ConsoleClientFacts,
  managementClientId,
} from './console-client.ts';

/** Makes the client by which administrators sign in to the console, or brings one that was changed back to what it must be. */
export function planConsole({ client, roles }: ConsoleClientFacts, realm: string): readonly Change[] {
  const wanted = consoleClient(realm);
  const changes: Change[] = [];
  if (client === undefined) {
    changes.push({
      what: `create the client ${CONSOLE_CLIENT}, by which administrators sign in to the console`,
      apply: async (pool) => void (await pool.client.clients.create(wanted)),
    });
  } else {
    const faults = clientFaults(client, wanted);
    if (faults.length > 0) {
      changes.push({
        what: `correct the client ${CONSOLE_CLIENT}: ${faults.join(', ')}`,
        apply: async (pool) =>
          pool.client.clients.update(
            { id: client.id ?? '' },
            { ...client, ...wanted, attributes: { ...client.attributes, ...wanted.attributes } },
          ),
      });
    }
  }
  const missing = CONSOLE_ROLES.filter((role) => !roles.includes(role));
  if (missing.length > 0) {
    changes.push({
      what: `let the client ${CONSOLE_CLIENT} use the roles ${missing.join(', ')} of those who have them`,
      apply: (pool) => addRoles(pool, missing),
    });
  }
  return changes;
}

async function addRoles(pool: Pool, names: readonly string[]): Promise<void> {
  const { clients } = pool.client;
  const id = (await clients.find({ clientId: CONSOLE_CLIENT }))[0]?.id ?? '';
  const client = await managementClientId(pool);
  const available = await clients.listRoles({ id: client });
  await clients.addClientScopeMappings(
    { id, client },
    available.filter(({ name }) => names.includes(name ?? '')),
  );
}
