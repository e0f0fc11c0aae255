import { randomUUID } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import type { PoolChange, PortPool } from '../../cognito/records.ts';
import { signerOf } from './caller-ports.ts';
import { newRealm } from './new-realm.ts';
import type { OpenRequest } from './open-request.ts';
import type { MemoryRealm } from './world.ts';

export const ADMINISTRATORS_REALM = 'master';

type PoolPorts = Pick<
  CognitoPorts,
  | 'endpoint'
  | 'openEndpointPool'
  | 'openPool'
  | 'pools'
  | 'createPool'
  | 'pool'
  | 'updatePool'
  | 'deletePool'
  | 'poolAttributes'
  | 'setPoolAttributes'
>;

export function poolPorts(request: OpenRequest): PoolPorts {
  const { world, endpointRealm } = request;
  const servesEveryPool = endpointRealm === ADMINISTRATORS_REALM;
  /** As in Keycloak: who makes a realm may do everything in it. */
  function giveToSigner(name: string): void {
    const endpoint = world.realms.find((realm) => realm.name === endpointRealm);
    if (endpoint !== undefined) request.savepoint.keep(endpoint);
    signerOf(request)?.roles.push(...OWNER_ROLES.map((role) => `${name}-realm/${role}`));
  }
  return {
    endpoint: () => ({ realm: endpointRealm, servesEveryPool }),
    openEndpointPool: () => {
      if (servesEveryPool) return null;
      const own = world.realms.find((realm) => realm.name === endpointRealm);
      if (own === undefined) throw new Error(`no realm ${endpointRealm}`);
      if (!own.enabled) return null;
      request.enter(own);
      return portPool(own);
    },
    openPool: (input) => {
      const found = request.enabledRealms.find((realm) =>
        'name' in input ? realm.name === input.name : realm.id === input.realmId,
      );
      // Looking for a realm that is not there leaves the one that is open.
      return found === undefined ? null : portPool(request.enter(found) ?? found);
    },
    pools: ({ first, max }) => {
      const roles = signerOf(request)?.roles ?? [];
      const sees = ({ name }: MemoryRealm) =>
        servesEveryPool
          ? roles.some((role) => role === 'admin' || role.startsWith(`${name}-realm/`))
          : name === endpointRealm && roles.length > 0;
      return request.enabledRealms
        .filter((realm) => realm.name !== ADMINISTRATORS_REALM && sees(realm))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1))
        .slice(first, first + max)
        .map(portPool);
    },
    createPool: ({ name, ...change }) => {
      if (world.realms.some((realm) => realm.name === name)) return null;
      const realm = newRealm({ id: randomUUID(), name });
      writeRealm(realm, change);
      world.realms.push(realm);
      giveToSigner(name);
      request.enter(realm);
      return portPool(realm);
    },
    pool: () => portPool(request.realm),
    updatePool: (change) => {
      writeRealm(request.realm, change);
      return portPool(request.realm);
    },
    deletePool: () => {
      world.realms = world.realms.filter((realm) => realm !== request.realm);
      request.enter(undefined);
    },
    poolAttributes: () => ofLifeguard(request.realm.attributes),
    setPoolAttributes: ({ attributes }) => {
      Object.assign(request.realm.attributes, attributes);
    },
  };
}

const OWNER_ROLES = ['view-realm', 'manage-realm', 'view-clients', 'manage-clients', 'view-users', 'manage-users'];

function portPool(realm: MemoryRealm): PortPool {
  const { id: realmId, name, displayName, passwordPolicy } = realm;
  const attributes = ofLifeguard(realm.attributes);
  return { realmId, name, displayName, attributes, passwordPolicy, users: realm.users.length };
}

function ofLifeguard(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith('lifeguard.')));
}

function writeRealm(realm: MemoryRealm, { attributes, ...fields }: PoolChange): void {
  Object.assign(realm, fields);
  realm.attributes = withChanges(realm.attributes, attributes);
}

/** Attributes after a change, of which a null value removes one. */
export function withChanges<Value>(
  before: Readonly<Record<string, Value>>,
  changes: Readonly<Record<string, Value | null>> = {},
): Record<string, Value> {
  const after = Object.entries({ ...before, ...changes }).filter(
    (entry): entry is [string, Value] => entry[1] !== null,
  );
  return Object.fromEntries(after);
}
