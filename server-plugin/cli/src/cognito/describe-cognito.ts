import type { AuthFlow } from '@lifeguard/shared/cognito';
import type { Pool } from '../connect.ts';
import { allowedFlows, readClientSettings } from './client-settings.ts';
import { type CognitoPool, readCognitoPool, type StoredRealm } from './pool-settings.ts';
import { isKey } from './signing-key.ts';

/** What the API serves of a realm. */
export interface CognitoDescription extends CognitoPool {
  /** The realm's own endpoint; that of master serves every pool. */
  readonly endpoint: string;
  readonly endpointOfAllPools: string;
  readonly clients: readonly {
    readonly clientId: string;
    readonly enabled: boolean;
    readonly hasSecret: boolean;
    /** Absent when what the client's attribute holds can't be read. */
    readonly flows?: readonly AuthFlow[];
  }[];
  /** Keys of the realm that the command has made; those of master are not looked for. */
  readonly keys: readonly string[];
}

export async function describeCognito(pool: Pool): Promise<CognitoDescription> {
  const { client, server, realm } = pool;
  const stored: StoredRealm = (await client.realms.findOne({ realm })) ?? {};
  const clients = await client.clients.find();
  return {
    ...readCognitoPool(stored),
    endpoint: endpointOf(server, realm),
    endpointOfAllPools: endpointOf(server, 'master'),
    clients: clients.flatMap((each) => {
      const read = readClientSettings(each);
      if (read.kind === 'none' || each.clientId === undefined) return [];
      return {
        clientId: each.clientId,
        enabled: each.enabled !== false,
        hasSecret: each.publicClient !== true,
        ...(read.kind === 'settings' ? { flows: allowedFlows(read.settings) } : {}),
      };
    }),
    keys: clients.filter(isKey).flatMap(({ clientId }) => clientId ?? []),
  };
}

/** Where a realm's endpoint of the API is. */
export function endpointOf(server: string, realm: string): string {
  return `${server.replace(/\/$/, '')}/realms/${encodeURIComponent(realm)}/lifeguard/cognito`;
}
