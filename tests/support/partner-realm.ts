import { randomUUID } from 'node:crypto';
import { REALM_KEYS } from './realm-keys.ts';
import { type TestBed, type TestUser } from './test-bed.ts';
import { CHEAP_PASSWORDS } from './test-realm.ts';

/** Another realm of the server, whose users a pool knows by OpenID Connect: an identity provider as anybody runs one. */
export interface PartnerRealm extends AsyncDisposable {
  /** The provider's alias in the pool. */
  readonly alias: string;
  /** Creates a user there; without `like` nobody in the pool has the name or the address. */
  createUser(like?: TestUser): Promise<TestUser>;
}

const CLIENT = { clientId: 'pool', secret: 'pool-secret' };

export async function createPartnerRealm(bed: TestBed, alias = 'partner'): Promise<PartnerRealm> {
  const { admin, url } = bed;
  const realm = `${bed.realm}-${alias}`;
  await admin.realms.create({ realm, enabled: true, passwordPolicy: CHEAP_PASSWORDS, ...REALM_KEYS });
  await admin.clients.create({
    realm,
    ...CLIENT,
    redirectUris: [`${url}/realms/${bed.realm}/broker/${alias}/endpoint*`],
  });
  const endpoints = `${url}/realms/${realm}/protocol/openid-connect`;
  await bed.pool.client.identityProviders.create({
    alias,
    providerId: 'keycloak-oidc',
    enabled: true,
    config: {
      clientId: CLIENT.clientId,
      clientSecret: CLIENT.secret,
      clientAuthMethod: 'client_secret_post',
      authorizationUrl: `${endpoints}/auth`,
      tokenUrl: `${endpoints}/token`,
      jwksUrl: `${endpoints}/certs`,
      useJwksUrl: 'true',
      validateSignature: 'true',
      issuer: `${url}/realms/${realm}`,
      defaultScope: 'openid profile email',
    },
  });
  return {
    alias,
    async createUser(like) {
      const username = like?.username ?? `user-${randomUUID().slice(0, 8)}`;
      const password = `pw-${randomUUID()}`;
      const { id } = await admin.users.create({
        realm,
        username,
        firstName: 'Ann',
        lastName: 'Example',
        email: `${username}@example.org`,
        emailVerified: true,
        enabled: true,
        credentials: [{ type: 'password', value: password, temporary: false }],
      });
      return { id, username, password, phoneNumber: '' };
    },
    async [Symbol.asyncDispose]() {
      await admin.realms.del({ realm });
    },
  };
}
