import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { connect, installLifeguard } from '@lifeguard/cli';
import type { Keycloak } from '../../keycloak/start-keycloak.ts';
import { type BenchUser, makeUsers, representationOf } from './bench-users.ts';
import { type PasswordHash, passwordPolicyOf } from './password-hash.ts';
import type { SignInKind } from './signin-kinds.ts';

export const CLIENT_ID = 'app';
/** Nobody listens there: requests stop at the redirect. */
export const REDIRECT_URI = 'http://127.0.0.1:9/signed-in';

/** Keycloak imports users in one transaction, which takes ever longer for each, and passwords with its own hash take a tenth of a second and more. */
const IMPORTED_AT_ONCE = 25;

/** A realm in which one kind of sign-in is measured. */
export interface BenchRealm {
  readonly kind: SignInKind;
  readonly url: string;
  readonly users: readonly BenchUser[];
}

export interface BenchRealmOptions {
  readonly keycloak: Pick<Keycloak, 'url' | 'admin'>;
  /** Its name. */
  readonly realm: string;
  readonly kind: SignInKind;
  readonly userCount: number;
  readonly hash: PasswordHash;
}

export async function createBenchRealm(options: BenchRealmOptions): Promise<BenchRealm> {
  const { keycloak, realm, kind, userCount, hash } = options;
  const admin = new KeycloakAdminClient({ baseUrl: keycloak.url, realmName: 'master' });
  await admin.auth({ ...keycloak.admin, grantType: 'password', clientId: 'admin-cli' });
  await admin.realms.create({
    realm,
    enabled: true,
    passwordPolicy: passwordPolicyOf(hash),
    attributes: kind.policy ?? {},
  });
  const credentials = { user: keycloak.admin.username, password: keycloak.admin.password };
  const pool = await connect({ server: keycloak.url, realm, credentials });
  if (kind.policy !== undefined) {
    const installed = await installLifeguard(pool);
    if (!installed.ok) throw new Error(`realm ${realm} could not be set up: ${JSON.stringify(installed)}`);
  }
  await pool.client.clients.create({ clientId: CLIENT_ID, publicClient: true, redirectUris: [REDIRECT_URI] });
  const users = makeUsers(userCount);
  for (let begin = 0; begin < users.length; begin += IMPORTED_AT_ONCE) {
    const some = users.slice(begin, begin + IMPORTED_AT_ONCE);
    await pool.client.realms.partialImport({
      realm,
      rep: { ifResourceExists: 'FAIL', users: some.map((user) => representationOf(user, kind, realm)) },
    });
  }
  return { kind, url: `${keycloak.url}/realms/${realm}`, users };
}
