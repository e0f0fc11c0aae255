import { bindsTokens } from '@lifeguard/shared/cognito';
import { parsePoolPolicy, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import type { CognitoPorts } from '../ports.ts';
import type { PortClient, PortPool } from '../records.ts';
import { mayServe } from '../pool/open-pool.ts';
import { type ClientSettings, readClientSettings, unknownClient } from './client-settings.ts';

/** Where a request with a client's id takes place: the pool and the client are open. */
export interface ClientContext {
  readonly ports: CognitoPorts;
  readonly pool: PortPool;
  /** What the pool's attributes say, read once for the request. */
  readonly parsedPolicy: PoolPolicyResult;
  readonly client: PortClient;
  readonly settings: ClientSettings;
}

/**
 * Opens the client that a request names, and its pool unless that is open already.
 * @throws CognitoError for a client that may not use the API here: nobody learns which of the reasons it is
 */
export function openClientFor(ports: CognitoPorts, clientId: string): ClientContext {
  const own = ports.openEndpointPool();
  const client = ports.openClient({ clientId });
  if (client === null) throw unknownClient(clientId);
  const pool = own ?? ports.pool();
  const settings = readClientSettings(client);
  // Consent is asked for on a page, which the API does not have.
  const isUsable = client.enabled && !client.consentRequired && !bindsTokens(client.attributes);
  if (settings === undefined || !isUsable || (own === null && !mayServe(ports, pool))) throw unknownClient(clientId);
  return { ports, pool, parsedPolicy: parsePoolPolicy(pool.attributes), client, settings };
}

/**
 * Opens a client of the open pool for its administrator.
 * @throws CognitoError for a client that the API does not know
 */
export function openPoolClient(
  ports: CognitoPorts,
  clientId: string,
): { readonly client: PortClient; readonly settings: ClientSettings } {
  const client = ports.openClient({ clientId });
  const settings = client === null ? undefined : readClientSettings(client);
  if (client === null || settings === undefined) throw unknownClient(clientId);
  return { client, settings };
}
