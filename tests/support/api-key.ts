import { randomUUID } from 'node:crypto';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { rememberSecret } from './evidence.ts';
import { testServer, type TestServer } from './test-server.ts';

export interface ApiKeyOptions {
  /** Where the account lives: in the realm of administrators unless said otherwise. */
  readonly realm?: string;
  /** Of the realm of administrators; `create-realm` there unless said otherwise. */
  readonly realmRoles?: readonly string[];
  /** Of `realm-management`, in any other realm. */
  readonly managementRoles?: readonly string[];
  readonly server?: Pick<TestServer, 'url' | 'admin'>;
}

/** A service account that signs requests to the Cognito API; gone when the test ends. */
export interface ApiKey extends AsyncDisposable {
  readonly admin: KeycloakAdminClient;
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Switches the account's client off and on. */
  setEnabled(enabled: boolean): Promise<void>;
  /** AWS's own client, for the endpoint of the account's realm unless another is given. */
  client(options?: { readonly endpoint?: string; readonly secretAccessKey?: string }): CognitoIdentityProviderClient;
}

export async function createApiKey({
  realm = 'master',
  realmRoles = realm === 'master' ? ['create-realm'] : [],
  managementRoles = [],
  server = testServer(),
}: ApiKeyOptions = {}): Promise<ApiKey> {
  const admin = new KeycloakAdminClient({ baseUrl: server.url, realmName: 'master' });
  await admin.auth({ ...server.admin, grantType: 'password', clientId: 'admin-cli' });
  const accessKeyId = `key-${randomUUID()}`;
  const secretAccessKey = `secret-${randomUUID()}/+=`;
  await rememberSecret(secretAccessKey);
  const client = { clientId: accessKeyId, secret: secretAccessKey, serviceAccountsEnabled: true };
  const { id } = await admin.clients.create({ ...client, realm, standardFlowEnabled: false });
  const { id: userId = '' } = await admin.clients.getServiceAccountUser({ realm, id });
  for (const name of realmRoles) {
    const role = await admin.roles.findOneByName({ realm, name });
    await admin.users.addRealmRoleMappings({ realm, id: userId, roles: [{ id: role?.id ?? '', name }] });
  }
  for (const name of managementRoles) {
    const [management] = await admin.clients.find({ realm, clientId: 'realm-management' });
    const clientUniqueId = management?.id ?? '';
    const role = await admin.clients.findRole({ realm, id: clientUniqueId, roleName: name });
    await admin.users.addClientRoleMappings({
      realm,
      id: userId,
      clientUniqueId,
      roles: [{ id: role?.id ?? '', name }],
    });
  }
  const ownEndpoint = `${server.url}/realms/${encodeURIComponent(realm)}/lifeguard/cognito`;
  return {
    admin,
    endpoint: ownEndpoint,
    accessKeyId,
    secretAccessKey,
    async setEnabled(enabled) {
      await admin.clients.update({ realm, id }, { clientId: accessKeyId, enabled });
    },
    client: ({ endpoint = ownEndpoint, secretAccessKey: secret = secretAccessKey } = {}) =>
      new CognitoIdentityProviderClient({
        endpoint,
        region: 'eu-central-1',
        credentials: { accessKeyId, secretAccessKey: secret },
        maxAttempts: 1,
      }),
    async [Symbol.asyncDispose]() {
      await admin.auth({ ...server.admin, grantType: 'password', clientId: 'admin-cli' });
      await admin.clients.del({ realm, id });
    },
  };
}
