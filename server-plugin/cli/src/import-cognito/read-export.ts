import { isPoolId } from '@lifeguard/shared/cognito';
import { AWS_COMMANDS } from './aws-command.ts';
import type {
  CognitoExport,
  ExportedClient,
  ExportedFactors,
  ExportedGroup,
  ExportedMfa,
  ExportedPool,
  ExportedUser,
} from './cognito-export.ts';
import { readDocuments } from './documents.ts';

export interface ExportFile {
  /** Its path in the folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ExportResult =
  | { readonly ok: true; readonly export: CognitoExport }
  /** Each a sentence that says what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

type Json = Readonly<Record<string, unknown>>;

/**
 * Puts together what files of any names hold: each is known by its content. Only the members of a group look like a list of users, so
 * their file is named after the group, behind `in-group-`.
 */
export function readExport(files: readonly ExportFile[]): ExportResult {
  const reader = new ExportReader();
  for (const file of files) reader.read(file);
  return reader.result();
}

class ExportReader {
  readonly #problems: string[] = [];
  readonly #notes: string[] = [];
  readonly #pools: ExportedPool[] = [];
  readonly #mfa: ExportedMfa[] = [];
  readonly #listed: string[] = [];
  readonly #clients = new Map<string, ExportedClient>();
  readonly #users = new Map<string, ExportedUser>();
  readonly #groups = new Map<string, ExportedGroup>();
  readonly #memberships = new Map<string, Set<string>>();
  readonly #factors = new Map<string, ExportedFactors>();
  #hasClientList = false;
  #hasUsers = false;
  #hasLastPage = false;

  read({ name, bytes }: ExportFile): void {
    const result = readDocuments(bytes);
    if (result.ok) {
      for (const document of result.documents) this.#readDocument(name, document);
    } else if (result.reason === 'empty') {
      this.#problems.push(`${name} is empty: the command that should write it has failed. Run it again.`);
    } else if (name.endsWith('.json')) {
      this.#problems.push(`${name} is no JSON: write it with --output json.`);
    } else {
      this.#notes.push(`${name} was not read: it is no JSON.`);
    }
  }

  result(): ExportResult {
    const problems = [...this.#problems];
    const missing = (what: string, command: string) => problems.push(`${what} is missing: ${command}`);
    const [pool, ...otherPools] = new Map(this.#pools.map((each) => [each.Id, each])).values();
    if (pool === undefined) missing('The description of the pool', AWS_COMMANDS.pool);
    if (otherPools.length > 0) problems.push('The folder describes several pools: give each a folder of its own.');
    if (pool !== undefined && !isPoolId(pool.Id))
      problems.push(`${pool.Id} is no id of a pool, like eu-west-1_AbC123def.`);
    const mfa = this.#mfa.at(-1);
    if (mfa === undefined) missing('The MFA configuration', AWS_COMMANDS.mfa);
    if (!this.#hasClientList) missing('The list of clients', AWS_COMMANDS.clients);
    for (const clientId of this.#listed) {
      if (!this.#clients.has(clientId)) missing(`The description of client ${clientId}`, AWS_COMMANDS.client(clientId));
    }
    for (const { ClientId, UserPoolId } of this.#clients.values()) {
      if (pool !== undefined && UserPoolId !== undefined && UserPoolId !== pool.Id)
        problems.push(`Client ${ClientId} is one of pool ${UserPoolId}, and not of ${pool.Id}.`);
    }
    if (!this.#hasUsers) missing('The list of users', AWS_COMMANDS.users);
    else if (!this.#hasLastPage)
      problems.push(`The list of users has further pages: add them, or list all at once: ${AWS_COMMANDS.users}`);
    for (const group of new Set([...this.#memberships.values()].flatMap((names) => [...names]))) {
      if (!this.#groups.has(group)) missing(`The group ${group}, which has a list of members,`, AWS_COMMANDS.groups);
    }
    if (pool === undefined || mfa === undefined || problems.length > 0) return { ok: false, problems };
    return {
      ok: true,
      export: {
        pool,
        mfa,
        clients: [...this.#clients.values()],
        users: [...this.#users.values()],
        groups: [...this.#groups.values()],
        memberships: new Map([...this.#memberships].map(([user, groups]) => [user, [...groups]])),
        factors: this.#factors,
        notes: this.#notes,
      },
    };
  }

  #readDocument(file: string, document: unknown): void {
    if (typeof document !== 'object' || document === null || Array.isArray(document)) {
      this.#problems.push(`${file} holds a part of an answer only: leave out --query.`);
      return;
    }
    const answer = document as Json;
    const kind = KINDS.find(({ isOne }) => isOne(answer));
    if (kind === undefined) this.#notes.push(`${file} was not read: it holds nothing that is taken over.`);
    else if (!kind.read(this, answer, file)) this.#problems.push(`${file} is not as ${kind.command} writes it.`);
  }

  addPool(pool: unknown): boolean {
    if (!hasText(pool, 'Id')) return false;
    this.#pools.push(pool as ExportedPool);
    return true;
  }

  addMfa(mfa: Json): boolean {
    if (!['OFF', 'OPTIONAL', 'ON'].includes(String(mfa['MfaConfiguration']))) return false;
    this.#mfa.push(mfa as unknown as ExportedMfa);
    return true;
  }

  addClientList(clients: unknown): boolean {
    if (!isListOf(clients, 'ClientId')) return false;
    this.#hasClientList = true;
    this.#listed.push(...clients.map(({ ClientId }) => String(ClientId)));
    return true;
  }

  addClient(client: unknown): boolean {
    if (!hasText(client, 'ClientId')) return false;
    this.#clients.set(String(client['ClientId']), client as unknown as ExportedClient);
    return true;
  }

  addUsers(answer: Json, file: string): boolean {
    const { Users: users, PaginationToken: next = answer['NextToken'] } = answer;
    if (!isListOf(users, 'Username')) return false;
    const group = /in-group[-_.](.+?)(?:\.json)?$/.exec(file)?.[1];
    if (group === undefined) {
      this.#hasUsers = true;
      if (next === undefined || next === null) this.#hasLastPage = true;
      for (const user of users) this.#users.set(String(user['Username']), user as unknown as ExportedUser);
    } else {
      for (const { Username } of users) {
        const groups = this.#memberships.get(String(Username)) ?? new Set();
        this.#memberships.set(String(Username), groups.add(group));
      }
    }
    return true;
  }

  addGroups(groups: unknown): boolean {
    if (!isListOf(groups, 'GroupName')) return false;
    for (const group of groups) this.#groups.set(String(group['GroupName']), group as unknown as ExportedGroup);
    return true;
  }

  addUser(user: Json): boolean {
    this.#factors.set(String(user['Username']), user as ExportedFactors);
    return true;
  }
}

/** The answers that are read, by what is in them alone. */
const KINDS: readonly {
  readonly command: string;
  readonly isOne: (answer: Json) => boolean;
  readonly read: (reader: ExportReader, answer: Json, file: string) => boolean;
}[] = [
  { command: 'describe-user-pool', isOne: has('UserPool'), read: (reader, { UserPool: pool }) => reader.addPool(pool) },
  {
    command: 'list-user-pool-clients',
    isOne: has('UserPoolClients'),
    read: (reader, { UserPoolClients: clients }) => reader.addClientList(clients),
  },
  {
    command: 'describe-user-pool-client',
    isOne: has('UserPoolClient'),
    read: (reader, { UserPoolClient: client }) => reader.addClient(client),
  },
  { command: 'list-users', isOne: has('Users'), read: (reader, answer, file) => reader.addUsers(answer, file) },
  { command: 'list-groups', isOne: has('Groups'), read: (reader, { Groups: groups }) => reader.addGroups(groups) },
  {
    command: 'admin-get-user',
    isOne: (answer) => typeof answer['Username'] === 'string' && has('UserAttributes')(answer),
    read: (reader, answer) => reader.addUser(answer),
  },
  {
    command: 'get-user-pool-mfa-config',
    isOne: has('MfaConfiguration'),
    read: (reader, answer) => reader.addMfa(answer),
  },
];

function has(member: string): (answer: Json) => boolean {
  return (answer) => Object.hasOwn(answer, member);
}

function hasText(value: unknown, member: string): value is Json {
  return typeof value === 'object' && value !== null && typeof (value as Json)[member] === 'string';
}

function isListOf(value: unknown, member: string): value is readonly Json[] {
  return Array.isArray(value) && value.every((each) => hasText(each, member));
}
