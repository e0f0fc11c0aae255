import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { connect, installLifeguard, setPhoneNumber, setPoolPolicy, setSpendSettings, type Pool } from '@lifeguard/cli';
import type { Keycloak } from '../keycloak/start-keycloak.ts';
import { DEMO_USERS, type DemoUser } from './demo-users.ts';

export const DEMO_REALM = 'demo';
export const DEMO_CLIENT = 'demo-app';

/** Any port of this machine: Keycloak lets the port vary for these two hosts (RFC 8252, section 7.3). */
const LOOPBACK_REDIRECTS = ['http://127.0.0.1/*', 'http://localhost/*'];

export interface DemoRealmOptions {
  readonly keycloak: Pick<Keycloak, 'url' | 'admin'>;
  /** Whether a realm of an earlier start is used as it is; otherwise it is made anew. */
  readonly keep: boolean;
}

/** Makes the realm of the demo: a pool at Required that offers SMS and TOTP, its users and its client. */
export async function provideDemoRealm({ keycloak, keep }: DemoRealmOptions): Promise<void> {
  const admin = new KeycloakAdminClient({ baseUrl: keycloak.url, realmName: 'master' });
  await admin.auth({ ...keycloak.admin, grantType: 'password', clientId: 'admin-cli' });
  const existing = await admin.realms.findOne({ realm: DEMO_REALM });
  if (existing && keep) return;
  if (existing) await admin.realms.del({ realm: DEMO_REALM });
  await admin.realms.create({
    realm: DEMO_REALM,
    displayName: 'Lifeguard demo',
    enabled: true,
    bruteForceProtected: true,
    attributes: { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.cognito.srp': 'true' },
  });
  await fillRealm(keycloak).catch(async (error: unknown) => {
    // `keep` trusts that a realm which is there is whole.
    await admin.realms.del({ realm: DEMO_REALM });
    throw error;
  });
}

async function fillRealm({ url, admin }: DemoRealmOptions['keycloak']): Promise<void> {
  const credentials = { user: admin.username, password: admin.password };
  const pool = await connect({ server: url, realm: DEMO_REALM, credentials });
  accept(await installLifeguard(pool));
  accept(await setPoolPolicy(pool, { mfaConfiguration: 'ON', smsMfa: true, softwareTokenMfa: true }));
  // Nobody pays here, and whoever tries things out signs in often.
  accept(await setSpendSettings(pool, { monthlyLimitInMicroUsd: '25.00', perUserPerHour: '0', perNumberPerHour: '0' }));
  await pool.client.clients.create({
    clientId: DEMO_CLIENT,
    name: 'Demo application',
    publicClient: true,
    standardFlowEnabled: true,
    directAccessGrantsEnabled: false,
    redirectUris: LOOPBACK_REDIRECTS,
    attributes: { 'post.logout.redirect.uris': '+' },
  });
  for (const user of DEMO_USERS) await createUser(pool, user);
}

/** With an e-mail address and a name, or else Keycloak asks for them before anything else. */
async function createUser(pool: Pool, user: DemoUser): Promise<void> {
  const { username, password, firstName, lastName, phone, isOperator = false } = user;
  const { id } = await pool.client.users.create({
    username,
    firstName,
    lastName,
    email: `${username}@example.org`,
    emailVerified: true,
    enabled: true,
    credentials: [{ type: 'password', value: password, temporary: false }],
  });
  if (phone !== undefined) accept(await setPhoneNumber(pool, { user: username, phoneNumber: phone }));
  if (isOperator) await letAdminister(pool, id);
}

async function letAdminister({ client }: Pool, user: string): Promise<void> {
  const management = (await client.clients.find({ clientId: 'realm-management' }))[0]?.id ?? '';
  const role = await client.clients.findRole({ id: management, roleName: 'realm-admin' });
  await client.users.addClientRoleMappings({
    id: user,
    clientUniqueId: management,
    roles: [{ id: role?.id ?? '', name: 'realm-admin' }],
  });
}

/** Whatever is refused here is our own doing: a realm that was made a moment ago has nothing to object to. */
function accept(result: { readonly ok: boolean }): void {
  if (!result.ok) throw new Error(`the demo realm could not be made: ${JSON.stringify(result)}`);
}
