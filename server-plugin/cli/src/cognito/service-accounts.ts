import { NetworkError } from '@keycloak/keycloak-admin-client';
import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type { Pool } from '../connect.ts';
import { isKey } from './signing-key.ts';

/** A service account of the realm that may change something in it, by the Cognito API and by Keycloak's own Admin API. */
export interface AdministeringAccount {
  readonly clientId: string;
  /** Whether the command has made it a key of the API. */
  readonly isKey: boolean;
  /** Roles of `realm-management` that change something. */
  readonly roles: readonly string[];
}

const CHANGES = /^manage-|^realm-admin$|^impersonation$/;

/** Absent when the account may not see it. */
export async function readAdministeringAccounts(
  pool: Pool,
  clients: readonly ClientRepresentation[],
): Promise<readonly AdministeringAccount[] | undefined> {
  const { client } = pool;
  const management = clients.find(({ clientId }) => clientId === 'realm-management')?.id;
  if (management === undefined) return [];
  const accounts: AdministeringAccount[] = [];
  try {
    for (const each of clients) {
      const { id, clientId, enabled, serviceAccountsEnabled } = each;
      if (id === undefined || clientId === undefined || enabled === false || serviceAccountsEnabled !== true) continue;
      const user = (await client.clients.getServiceAccountUser({ id })).id ?? '';
      const roles = await client.users.listCompositeClientRoleMappings({ id: user, clientUniqueId: management });
      const changing = roles.flatMap(({ name = '' }) => (CHANGES.test(name) ? [name] : []));
      if (changing.length > 0) accounts.push({ clientId, isKey: isKey(each), roles: changing });
    }
    return accounts;
  } catch (error) {
    // The console's client may not see users, whatever its administrator may.
    if (error instanceof NetworkError && error.response.status === 403) return undefined;
    throw error;
  }
}
