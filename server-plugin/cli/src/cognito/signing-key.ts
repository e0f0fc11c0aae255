import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type { Pool } from '../connect.ts';
import type { Change } from '../install/change.ts';
import { openPool } from '../open-pool.ts';

/** Roles that operations of the API ask of whoever signs a request. */
export const KEY_ROLES = [
  'view-realm',
  'manage-realm',
  'view-clients',
  'manage-clients',
  'view-users',
  'manage-users',
  'create-realm',
] as const;

export type KeyRole = (typeof KEY_ROLES)[number];

/** Where a key lives: its requests go to the endpoint of that realm. */
export type KeyPlace = 'realm' | 'master';

export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export type KeyResult =
  | { readonly ok: true; readonly key: SigningKey }
  | {
      readonly ok: false;
      readonly code: 'key-taken' | 'unknown-key' | 'unfit-name' | 'unfit-role';
      readonly reason: string;
    };

/** The name stands in a header between slashes and commas. */
const KEY_ID = /^[\w-]{3,128}$/;
const MASTER = 'master';

/** A key is a client that nobody signs in by; this marks those that the command has made. */
const KEY_MARK = 'lifeguard.cognito.key';

export interface KeyOptions {
  readonly name: string;
  readonly roles: readonly KeyRole[];
  readonly place: KeyPlace;
}

/**
 * Makes a key pair for signed requests: a confidential client whose service account has these roles of the pool. It has the same rights in
 * Keycloak's own Admin API.
 */
export async function createKey(pool: Pool, { name, roles, place }: KeyOptions): Promise<KeyResult> {
  if (!KEY_ID.test(name)) {
    return {
      ok: false,
      code: 'unfit-name',
      reason: 'The name of a key has 3 to 128 letters, digits, hyphens and underscores.',
    };
  }
  if (!mayHave(place, roles)) return ONLY_IN_MASTER;
  const { client, realm } = inRealm(pool, place);
  if ((await client.clients.find({ clientId: name })).length > 0)
    return { ok: false, code: 'key-taken', reason: `Realm ${realm} has a client ${name} already.` };
  const { id } = await client.clients.create(keyClient(name, pool.realm));
  try {
    await grantRoles({ client, pool: pool.realm, place }, id, roles);
    return { ok: true, key: await readKey(client, { id, name }) };
  } catch (error) {
    // A key that can do less than was asked for is none.
    await client.clients.del({ id });
    throw error;
  }
}

/** Gives a key roles of one more pool, as only a key of master can have, or more roles of the one that it has. */
export async function grantKey(pool: Pool, { name, roles, place }: KeyOptions): Promise<KeyResult> {
  if (!mayHave(place, roles)) return ONLY_IN_MASTER;
  const { client, realm } = inRealm(pool, place);
  const [found] = await client.clients.find({ clientId: name });
  if (found?.id === undefined || !isKey(found)) return { ok: false, code: 'unknown-key', reason: noKey(realm, name) };
  await grantRoles({ client, pool: pool.realm, place }, found.id, roles);
  return { ok: true, key: await readKey(client, { id: found.id, name }) };
}

/** Takes a key away; requests that it signs are refused from then on. */
export async function deleteKey(
  pool: Pool,
  { name, place }: { readonly name: string; readonly place: KeyPlace },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }> {
  const { client, realm } = inRealm(pool, place);
  const [found] = await client.clients.find({ clientId: name });
  if (found?.id === undefined || !isKey(found)) return { ok: false, reason: noKey(realm, name) };
  await client.clients.del({ id: found.id });
  return { ok: true };
}

function mayHave(place: KeyPlace, roles: readonly KeyRole[]): boolean {
  return place === 'master' || !roles.includes('create-realm');
}

const ONLY_IN_MASTER = {
  ok: false,
  code: 'unfit-role',
  reason: 'Only a key of master can make pools: add --in master.',
} as const;

function noKey(realm: string, name: string): string {
  return `Realm ${realm} has no key ${name} that this command has made.`;
}

async function readKey(
  client: Pool['client'],
  { id, name }: { readonly id: string; readonly name: string },
): Promise<SigningKey> {
  const { value = '' } = await client.clients.getClientSecret({ id });
  return { accessKeyId: name, secretAccessKey: value };
}

export function isKey({ attributes }: Pick<ClientRepresentation, 'attributes'>): boolean {
  return (attributes as Readonly<Record<string, unknown>> | undefined)?.[KEY_MARK] !== undefined;
}

/** Takes away all keys that the command has made in a realm; without the API they open Keycloak's Admin API alone. */
export function planKeyRemoval(clients: readonly ClientRepresentation[]): readonly Change[] {
  return clients.flatMap((each) => {
    const { id, clientId } = each;
    if (id === undefined || !isKey(each)) return [];
    return [{ what: `delete the key ${clientId}`, apply: ({ client }: Pool) => client.clients.del({ id }) }];
  });
}

function keyClient(clientId: string, pool: string): ClientRepresentation {
  return {
    clientId,
    name: `Key of the Cognito API for ${pool}`,
    protocol: 'openid-connect',
    enabled: true,
    publicClient: false,
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    // Keycloak asks whether the client, too, may use a role.
    fullScopeAllowed: true,
    attributes: { [KEY_MARK]: pool },
  };
}

async function grantRoles(
  { client, pool, place }: { readonly client: Pool['client']; readonly pool: string; readonly place: KeyPlace },
  id: string,
  names: readonly KeyRole[],
): Promise<void> {
  const user = (await client.clients.getServiceAccountUser({ id })).id ?? '';
  const ofRealm = names.filter((name) => name !== 'create-realm');
  if (names.includes('create-realm')) {
    const role = await client.roles.findOneByName({ name: 'create-realm' });
    await client.users.addRealmRoleMappings({ id: user, roles: [{ id: role?.id ?? '', name: 'create-realm' }] });
  }
  if (ofRealm.length === 0) return;
  const clientId = place === 'master' ? `${pool}-realm` : 'realm-management';
  const clientUniqueId = (await client.clients.find({ clientId }))[0]?.id ?? '';
  const known = await client.clients.listRoles({ id: clientUniqueId });
  const roles = known.flatMap(({ id: roleId = '', name = '' }) =>
    (ofRealm as readonly string[]).includes(name) ? [{ id: roleId, name }] : [],
  );
  await client.users.addClientRoleMappings({ id: user, clientUniqueId, roles });
}

function inRealm(pool: Pool, place: KeyPlace): Pool {
  if (place === 'realm') return pool;
  return openPool({ server: pool.server, realm: MASTER, getAccessToken: () => pool.client.getAccessToken() });
}
