import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { rememberSecret } from '../support/evidence.ts';
import { openMailbox } from '../support/mailbox.ts';
import type { SentText } from '../support/sms-gateway.ts';
import { testServer } from '../support/test-server.ts';
import type { CognitoEndpoint } from './endpoint.ts';

const STEP_IN_MILLIS = 30_000;
/** A client of OpenID Connect that has nothing to do with the API. */
const OTHER_CLIENT = 'other-app';

export interface ConnectedEndpoint {
  readonly endpoint: CognitoEndpoint;
  close(): Promise<void>;
}

/** The Cognito API of the Keycloak that the specs share, with a key pair of its own. */
export async function connectKeycloakEndpoint(): Promise<ConnectedEndpoint> {
  const server = testServer();
  const admin = new KeycloakAdminClient({ baseUrl: server.url, realmName: 'master' });
  /** For a request at a time: an administrator's token lives for a minute. */
  async function signedIn(): Promise<KeycloakAdminClient> {
    await admin.auth({ ...server.admin, grantType: 'password', clientId: 'admin-cli' });
    return admin;
  }
  const mailbox = await openMailbox();
  const key = await makeKey(await signedIn());
  return {
    async close() {
      await (await signedIn()).clients.del({ id: key.id });
      await mailbox[Symbol.asyncDispose]();
    },
    endpoint: {
      url: `${server.url}/realms/master/lifeguard/cognito`,
      region: 'us-east-1',
      accessKeyId: key.accessKeyId,
      secretAccessKey: key.secretAccessKey,
      realmsUrl: `${server.url}/realms`,
      async texts(to) {
        const response = await fetch(`${server.gatewayUrl}?to=${encodeURIComponent(to)}`);
        return (await response.json()) as SentText[];
      },
      mails: async (to) => mailbox.mails(to),
      now: () => Date.now(),
      nextStep: () => delay(STEP_IN_MILLIS - (Date.now() % STEP_IN_MILLIS) + 50),
      async setPoolAttributes(realm, changes) {
        const { realms } = await signedIn();
        const { attributes } = (await realms.findOne({ realm })) ?? {};
        await realms.update({ realm }, { attributes: { ...attributes, ...changes } });
      },
      async setMailServer(realm) {
        const smtpServer = { host: '127.0.0.1', port: mailbox.port, from: 'pool@example.org' };
        await (await signedIn()).realms.update({ realm }, { smtpServer } as object);
      },
      async tokenWithoutScope(realm, { username, password }) {
        const { clients } = await signedIn();
        const [known] = await clients.find({ realm, clientId: OTHER_CLIENT });
        if (known === undefined) {
          const client = { clientId: OTHER_CLIENT, publicClient: true, directAccessGrantsEnabled: true };
          await clients.create({ realm, ...client, defaultClientScopes: ['basic', 'profile', 'email'] });
        }
        const response = await fetch(`${server.url}/realms/${realm}/protocol/openid-connect/token`, {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'password', client_id: OTHER_CLIENT, username, password }),
        });
        const { access_token } = (await response.json()) as { readonly access_token?: string };
        if (access_token === undefined) throw new Error(`no token from Keycloak: ${response.status}`);
        return access_token;
      },
      keepSecret: rememberSecret,
    },
  };
}

/** A service account that may make pools and do everything in them. */
async function makeKey({ clients, users, roles }: KeycloakAdminClient) {
  const accessKeyId = `cases-${randomBytes(4).toString('hex')}`;
  const { id } = await clients.create({
    clientId: accessKeyId,
    publicClient: false,
    standardFlowEnabled: false,
    serviceAccountsEnabled: true,
  });
  const { id: userId = '' } = await clients.getServiceAccountUser({ id });
  const role = await roles.findOneByName({ name: 'admin' });
  if (role?.id === undefined) throw new Error('there is no role admin');
  await users.addRealmRoleMappings({ id: userId, roles: [{ id: role.id, name: 'admin' }] });
  const { value: secretAccessKey = '' } = await clients.getClientSecret({ id });
  await rememberSecret(secretAccessKey);
  return { id, accessKeyId, secretAccessKey };
}
