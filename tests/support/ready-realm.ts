import type KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';

const KEY_PROVIDERS = 'org.keycloak.keys.KeyProvider';
/** What stands in an export that is of that realm alone. */
const NOT_COPIED: readonly string[] = ['id', 'containerId', KEY_PROVIDERS];

/** A realm as a file that a server imports: without what is another realm's own, its ids, its name and its keys. */
export async function exportRealm(
  admin: KeycloakAdminClient,
  realm: string,
  nameOfCopy: string,
): Promise<RealmRepresentation> {
  const exported = await admin.realms.export({ realm, exportClients: true, exportGroupsAndRoles: true });
  const text = JSON.stringify(exported, (key, value: unknown) => (NOT_COPIED.includes(key) ? undefined : value));
  return JSON.parse(text.replaceAll(realm, nameOfCopy)) as RealmRepresentation;
}

/** Stands for the name of the realm; no realm of a test is called so. */
const NAME = 'ready-realm';

/** By the address of the server. */
const exports = new Map<string, Promise<string>>();

/**
 * A realm as `prepare` has left one on this server, to be made under another name by a single request. Setting it up takes a hundred, and
 * every test has a realm of its own.
 * @param prepare makes a realm of that name; asked once for each server
 */
export async function readyRealm(
  { admin, url }: { readonly admin: KeycloakAdminClient; readonly url: string },
  realm: string,
  prepare: (realm: string) => Promise<void>,
): Promise<RealmRepresentation> {
  let ready = exports.get(url);
  if (ready === undefined) {
    ready = prepareOne(admin, `${realm}-first`, prepare);
    exports.set(url, ready);
  }
  return JSON.parse((await ready).replaceAll(NAME, realm)) as RealmRepresentation;
}

async function prepareOne(
  admin: KeycloakAdminClient,
  realm: string,
  prepare: (realm: string) => Promise<void>,
): Promise<string> {
  try {
    await prepare(realm);
    return JSON.stringify(await exportRealm(admin, realm, NAME));
  } finally {
    await admin.realms.del({ realm });
  }
}
