import { randomUUID } from 'node:crypto';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { rememberSecret } from './evidence.ts';
import { testServer, type TestServer } from './test-server.ts';

export interface ApiKeyOptions {
  /** Roles of the realm of administrators; `create-realm` unless said otherwise. */
  readonly realmRoles?: readonly string[];
  readonly server?: Pick<TestServer, 'url' | 'admin'>;
}

/** A service account in the realm of administrators that signs requests to the Cognito API; gone when the test ends. */
export interface ApiKey extends AsyncDisposable {
  readonly admin: KeycloakAdminClient;
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Switches the account's client off and on. */
  setEnabled(enabled: boolean): Promise<void>;
  /** AWS's own client, for the endpoint of every pool unless another is given. */
  client(options?: { readonly endpoint?: string; readonly secretAccessKey?: string }): CognitoIdentityProviderClient;
}

export async function createApiKey({
  realmRoles = ['create-realm'],
  server = testServer(),
}: ApiKeyOptions = {}): Promise<ApiKey> {
  const admin = new KeycloakAdminClient({ baseUrl: server.url, realmName: 'master' });
  await admin.auth({ ...server.admin, grantType: 'password', clientId: 'admin-cli' });
  const accessKeyId = `key-${randomUUID()}`;
  const secretAccessKey = `secret-${randomUUID()}/+=`;
  await rememberSecret(secretAccessKey);
  const { id } = await admin.clients.create({
    clientId: accessKeyId,
    secret: secretAccessKey,
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
  });
  const { id: userId = '' } = await admin.clients.getServiceAccountUser({ id });
  for (const name of realmRoles) {
    const role = await admin.roles.findOneByName({ name });
    await admin.users.addRealmRoleMappings({ id: userId, roles: [{ id: role?.id ?? '', name }] });
  }
  const everyPool = `${server.url}/realms/master/lifeguard/cognito`;
  return {
    admin,
    endpoint: everyPool,
    accessKeyId,
    secretAccessKey,
    async setEnabled(enabled) {
      await admin.clients.update({ id }, { clientId: accessKeyId, enabled });
    },
    client: ({ endpoint = everyPool, secretAccessKey: secret = secretAccessKey } = {}) =>
      new CognitoIdentityProviderClient({
        endpoint,
        region: 'eu-central-1',
        credentials: { accessKeyId, secretAccessKey: secret },
        maxAttempts: 1,
      }),
    async [Symbol.asyncDispose]() {
      await admin.auth({ ...server.admin, grantType: 'password', clientId: 'admin-cli' });
      await admin.clients.del({ id });
    },
  };
}
