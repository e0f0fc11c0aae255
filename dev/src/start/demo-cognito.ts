import {
  allowClient,
  allowExtension,
  connect,
  createKey,
  describeCognito,
  grantKey,
  type SigningKey,
} from '@lifeguard/cli';
import type { Keycloak } from '../keycloak/start-keycloak.ts';
import { DEMO_REALM } from './demo-realm.ts';

/** How a program signs users of the demo in by the Cognito API, and makes pools of its own. */
export interface DemoCognito extends SigningKey {
  /** That of master, which serves every pool. */
  readonly endpoint: string;
  readonly region: string;
  readonly poolId: string;
  readonly clientId: string;
}

/** Cognito's clients have no hyphen in their ids. */
const CLIENT = 'demo_api';
const KEY = 'demo-key';

/** Everything that the demo's program does to users and clients; the realms that it makes it may do all to. */
const ROLES = ['create-realm', 'manage-realm', 'manage-clients', 'manage-users'] as const;
const FLOWS = [
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const;

/** Makes the demo's realm a pool for programs too: a client for apps, one for the browser extension, and a key pair. What an earlier start has made is used again. */
export async function provideDemoCognito({ url, admin }: Pick<Keycloak, 'url' | 'admin'>): Promise<DemoCognito> {
  const credentials = { user: admin.username, password: admin.password };
  const pool = await connect({ server: url, realm: DEMO_REALM, credentials });
  const [client] = await pool.client.clients.find({ clientId: CLIENT });
  if (client === undefined) {
    await pool.client.clients.create({
      clientId: CLIENT,
      name: 'Demo of the Cognito API',
      publicClient: true,
      standardFlowEnabled: false,
      directAccessGrantsEnabled: false,
    });
  }
  const allowed = await allowClient(pool, { clientId: CLIENT, flows: FLOWS });
  if (!allowed.ok) throw new Error(allowed.reason);
  const connectable = await allowExtension(pool);
  if (!connectable.ok) throw new Error(connectable.reason);
  const options = { name: KEY, roles: ROLES, place: 'master' } as const;
  const created = await createKey(pool, options);
  const result = created.ok ? created : await grantKey(pool, options);
  if (!result.ok) throw new Error(result.reason);
  const { endpointOfAllPools, region, poolId } = await describeCognito(pool);
  if (poolId === undefined) throw new Error(`realm ${DEMO_REALM} has no id that is a UUID`);
  return { endpoint: endpointOfAllPools, region, ...result.key, poolId, clientId: CLIENT };
}
