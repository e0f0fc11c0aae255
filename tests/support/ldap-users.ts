import { randomInt, randomUUID } from 'node:crypto';
import { rememberSecret } from './evidence.ts';
import { LDAP_PEOPLE, LDAP_READER, type LdapDirectory, startLdapDirectory } from './ldap-directory.ts';
import type { TestBed, TestUser } from './test-bed.ts';

export interface LdapUsersOptions {
  readonly bed: TestBed;
  /** Whether Keycloak keeps a copy of each user, or reads the directory every time. */
  readonly imported: boolean;
}

/** Users of a read-only directory: one with a phone number there, one without. */
export interface LdapUsers extends AsyncDisposable {
  readonly directory: LdapDirectory;
  readonly withPhone: TestUser;
  readonly withoutPhone: TestUser;
}

/** Ties a directory to a pool by Keycloak's own LDAP provider, in the mode READ_ONLY. */
export async function provideLdapUsers({ bed, imported }: LdapUsersOptions): Promise<LdapUsers> {
  const phoneNumber = `+1415${randomInt(1_000_000, 10_000_000)}`;
  await rememberSecret(phoneNumber.slice(1));
  const [withPhone, withoutPhone] = [person(phoneNumber), person()];
  const directory = await startLdapDirectory([withPhone, withoutPhone]);
  const { client, realm } = bed.pool;
  const { id: parentId = '' } = (await client.realms.findOne({ realm })) ?? {};
  const provider = await client.components.create({
    name: 'directory',
    providerId: 'ldap',
    providerType: 'org.keycloak.storage.UserStorageProvider',
    parentId,
    config: lists({
      enabled: 'true',
      vendor: 'other',
      editMode: 'READ_ONLY',
      importEnabled: String(imported),
      connectionUrl: directory.url,
      authType: 'simple',
      bindDn: LDAP_READER.dn,
      bindCredential: LDAP_READER.password,
      usersDn: LDAP_PEOPLE,
      userObjectClasses: 'inetOrgPerson',
      usernameLDAPAttribute: 'uid',
      rdnLDAPAttribute: 'uid',
      uuidLDAPAttribute: 'entryUUID',
      searchScope: '1',
      pagination: 'false',
    }),
  });
  await client.components.create({
    name: 'phone number',
    providerId: 'user-attribute-ldap-mapper',
    providerType: 'org.keycloak.storage.ldap.mappers.LDAPStorageMapper',
    parentId: provider.id,
    config: lists({ 'ldap.attribute': 'mobile', 'user.model.attribute': 'phoneNumber', 'read.only': 'true' }),
  });
  return {
    directory,
    withPhone: { ...withPhone, id: await idOf(bed, withPhone.username) },
    withoutPhone: { ...withoutPhone, id: await idOf(bed, withoutPhone.username) },
    [Symbol.asyncDispose]: () => directory.close(),
  };
}

function person(phoneNumber = ''): Omit<TestUser, 'id'> {
  return { username: `user-${randomUUID().slice(0, 8)}`, password: `pw-${randomUUID()}`, phoneNumber };
}

/** Finding a user is also what makes Keycloak's copy, where it keeps one. */
async function idOf({ pool }: TestBed, username: string): Promise<string> {
  const [user] = await pool.client.users.find({ username, exact: true });
  if (user?.id === undefined) throw new Error(`Keycloak does not find ${username} in the directory`);
  return user.id;
}

/** Components keep every setting as a list. */
function lists(settings: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, [value]]));
}
