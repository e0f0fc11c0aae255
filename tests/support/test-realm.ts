import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import { installLifeguard, type Pool } from '@lifeguard/cli';
import { readyRealm } from './ready-realm.ts';
import { REALM_KEYS } from './realm-keys.ts';

export const CLIENT_ID = 'app';

/** The usual hash costs more than all the rest of a sign-in. */
export const CHEAP_PASSWORDS = 'hashIterations(1) and hashAlgorithm(pbkdf2-sha256)';

const CLIENT: ClientRepresentation = {
  clientId: CLIENT_ID,
  publicClient: true,
  directAccessGrantsEnabled: true,
  redirectUris: ['http://127.0.0.1/*', 'http://localhost/*'],
};

const USUAL: RealmRepresentation = {
  enabled: true,
  eventsEnabled: true,
  adminEventsEnabled: true,
  bruteForceProtected: false,
  failureFactor: 30,
  quickLoginCheckMilliSeconds: 0,
  passwordPolicy: CHEAP_PASSWORDS,
};

interface Server {
  readonly url: string;
  readonly admin: KeycloakAdminClient;
  readonly connectTo: (realm: string) => Promise<Pool>;
}

/**
 * Makes a realm with Lifeguard and a client in it.
 * @param changes what is not as usual
 * @param isCopied false where a server gets so few realms that a first one to copy from costs more than it saves
 */
export async function makeTestRealm(
  server: Server,
  {
    realm,
    changes,
    isCopied,
  }: { readonly realm: string; readonly changes: RealmRepresentation; readonly isCopied: boolean },
): Promise<void> {
  // Components of the realm's own are in place of those that come with a copy.
  if (!isCopied || changes.components !== undefined) return setUp(server, realm, changes);
  const ready = await readyRealm(server, realm, (first) => setUp(server, first, {}));
  await server.admin.realms.create({
    ...ready,
    ...USUAL,
    ...changes,
    components: { ...ready.components, ...REALM_KEYS.components },
    attributes: { ...ready.attributes, ...changes.attributes },
  });
}

async function setUp({ admin, connectTo }: Server, realm: string, changes: RealmRepresentation): Promise<void> {
  await admin.realms.create({ ...USUAL, ...REALM_KEYS, ...changes, realm });
  const pool = await connectTo(realm);
  const installed = await installLifeguard(pool);
  if (!installed.ok) throw new Error(`Lifeguard could not be installed: ${JSON.stringify(installed)}`);
  await pool.client.clients.create(CLIENT);
}
