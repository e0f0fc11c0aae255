import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import type { ClientChange, PortClient } from '../../cognito/records.ts';
import { requireFits } from './columns.ts';
import { newClient } from './new-realm.ts';
import type { OpenRequest } from './open-request.ts';
import { withChanges } from './pool-ports.ts';
import type { MemoryClient } from './world.ts';

type ClientPorts = Pick<
  CognitoPorts,
  | 'openClient'
  | 'clients'
  | 'createClient'
  | 'updateClient'
  | 'deleteClient'
  | 'clientSecret'
  | 'checkClientSecret'
  | 'checkSecretHash'
>;

export function clientPorts(request: OpenRequest): ClientPorts {
  return {
    openClient: ({ clientId }) => {
      const realms = request.hasRealm ? [request.realm] : request.enabledRealms;
      const found = realms.flatMap((realm) =>
        realm.clients.filter((client) => client.clientId === clientId).map((client) => ({ realm, client })),
      );
      const [only] = found;
      if (only === undefined || found.length > 1) return null;
      request.enter(only.realm);
      request.use(only.client);
      return portClient(only.client);
    },
    clients: ({ first, max }) =>
      request.realm.clients
        .toSorted((one, other) => (one.clientId < other.clientId ? -1 : 1))
        .slice(first, first + max)
        .map(portClient),
    createClient: ({ clientId, secret, ...change }) => {
      const client = newClient(clientId);
      request.realm.clients.push(client);
      if (secret !== undefined) client.secret = secret;
      writeClient(client, change);
      request.use(client);
      return portClient(client);
    },
    updateClient: (change) => {
      writeClient(request.client, change);
      return portClient(request.client);
    },
    deleteClient: () => {
      const { realm, client } = request;
      realm.clients = realm.clients.filter((one) => one !== client);
      realm.sessions = realm.sessions.filter(({ clientId }) => clientId !== client.clientId);
      request.use(undefined);
    },
    clientSecret: () => (request.client.secret === null ? null : request.refer(request.client.secret)),
    checkClientSecret: ({ secret }) => areEqual(secret, request.client.secret ?? ''),
    checkSecretHash: ({ hash, names }) =>
      names.some((name) => areEqual(hash, secretHash(name, request.client.clientId, request.client.secret ?? ''))),
  };
}

/** Cognito's SECRET_HASH. */
function secretHash(name: string, clientId: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(name + clientId)
    .digest('base64');
}

function areEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return right.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}

function portClient({ id, clientId, name, enabled, isPublic, consentRequired, attributes }: MemoryClient): PortClient {
  return { id, clientId, name, enabled, isPublic, consentRequired, attributes: { ...attributes } };
}

function writeClient(client: MemoryClient, { attributes, ...fields }: ClientChange): void {
  requireFits(fields.name, ...(fields.redirectUris ?? []));
  Object.assign(client, fields);
  client.attributes = withChanges(client.attributes, attributes);
  client.secret = client.isPublic ? null : (client.secret ?? randomBytes(16).toString('hex'));
}
