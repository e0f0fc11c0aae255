import ldap from 'ldapjs';

const BASE = 'dc=example,dc=org';
export const LDAP_PEOPLE = `ou=people,${BASE}`;
/** Whom Keycloak searches as. */
export const LDAP_READER = { dn: `cn=reader,${BASE}`, password: 'reader' };

/** What the handlers of ldapjs get, as far as it is used here; its types leave them open. */
interface BindRequest {
  readonly dn: { toString(): string };
  readonly credentials: string;
}
interface SearchRequest {
  /** The base of the search. */
  readonly dn: { toString(): string };
  readonly filter: { matches(attributes: object): boolean };
}
interface Response {
  /** The names of the attributes to send. */
  readonly attributes: string[];
  send(entry: object): void;
  end(): void;
}
type Next = (error?: unknown) => void;

export interface LdapPerson {
  readonly username: string;
  readonly password: string;
  readonly phoneNumber?: string;
}

/** A directory that can be read and not written. */
export interface LdapDirectory {
  readonly url: string;
  /** How often something tried to write: each time it was refused. */
  readonly refusedWrites: () => number;
  readonly close: () => Promise<void>;
}

/** Serves these people on the loopback address by LDAP, RFC 4511: simple binds and searches, nothing else. */
export async function startLdapDirectory(people: readonly LdapPerson[]): Promise<LdapDirectory> {
  const server = ldap.createServer();
  let refusedWrites = 0;
  const entries = people.map(entryOf);

  server.bind(BASE, (request: BindRequest, response: Response, next: Next) => {
    const dn = request.dn.toString();
    const password = passwordOf(dn, people);
    // An empty password is an anonymous bind (RFC 4513 section 5.1.2): never a proof.
    if (password === undefined || request.credentials !== password) return next(new ldap.InvalidCredentialsError());
    response.end();
    return next();
  });
  server.search(BASE, (request: SearchRequest, response: Response, next: Next) => {
    const base = request.dn.toString();
    const found = entries.filter(({ dn, attributes }) => dn.endsWith(base) && request.filter.matches(attributes));
    // All attributes: ldapjs would compare the names that were asked for letter by letter, though LDAP knows no case.
    response.attributes.push('*');
    for (const entry of found) response.send(entry);
    response.end();
    return next();
  });
  const refuse = (_request: unknown, _response: Response, next: Next): void => {
    refusedWrites += 1;
    next(new ldap.UnwillingToPerformError());
  };
  server.add(BASE, refuse);
  server.modify(BASE, refuse);
  server.del(BASE, refuse);
  server.modifyDN(BASE, refuse);

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: server.url,
    refusedWrites: () => refusedWrites,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function dnOf({ username }: LdapPerson): string {
  return `uid=${username},${LDAP_PEOPLE}`;
}

function passwordOf(dn: string, people: readonly LdapPerson[]): string | undefined {
  if (dn === LDAP_READER.dn) return LDAP_READER.password;
  return people.find((person) => dnOf(person) === dn)?.password;
}

function entryOf(person: LdapPerson) {
  const { username, phoneNumber } = person;
  return {
    dn: dnOf(person),
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson'],
      uid: [username],
      entryUUID: [`uuid-of-${username}`],
      cn: ['Ann'],
      sn: ['Example'],
      mail: [`${username}@example.org`],
      createTimestamp: ['20250101000000Z'],
      modifyTimestamp: ['20250101000000Z'],
      ...(phoneNumber === undefined || phoneNumber === '' ? {} : { mobile: [phoneNumber] }),
    },
  };
}
