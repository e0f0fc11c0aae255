import { ListUsers } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord } from '../records.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { placeOf, tokenOf } from '../protocol/page.ts';
import { userType } from '../user/describe-user.ts';
import { schemaOf } from '../user/schema.ts';
import { parseUserFilter, type UserFilter } from '../user/user-filter.ts';
import { type UserStatus, userStatus } from '../user/user-status.ts';

interface ListUsersRequest {
  readonly AttributesToGet?: readonly string[];
  readonly Limit?: number;
  readonly PaginationToken?: string;
  readonly Filter?: string;
}

const MAX_LIMIT = 60;
/** How many users one request looks at, where it has to look at each. */
const MAX_LOOKED_AT = 600;

/** @see Amazon Cognito API Reference, ListUsers */
export const listUsers = onPool<ListUsersRequest>(
  ListUsers,
  'view-users',
  ({ AttributesToGet: wanted, Limit = MAX_LIMIT, PaginationToken, Filter = '' }, { ports, pool }) => {
    requireKnown(pool, wanted);
    const filter = parseUserFilter(Filter);
    const range = { first: placeOf(PaginationToken), max: Limit === 0 ? MAX_LIMIT : Limit };
    const { users, next } = usersFrom(ports, filter, range);
    return {
      Users: users.map((user) => describe(ports, pool, user, wanted)),
      ...(next === undefined ? {} : { PaginationToken: tokenOf(next) }),
    };
  },
);

interface FoundUsers {
  readonly users: readonly PortUserRecord[];
  /** Where the next page begins; absent after the last. */
  readonly next?: number;
}

function usersFrom(
  ports: CognitoPorts,
  { search, fits }: UserFilter,
  { first, max }: { readonly first: number; readonly max: number },
): FoundUsers {
  const users: PortUserRecord[] = [];
  for (let at = first; at < first + MAX_LOOKED_AT;) {
    // One more than is looked at says whether there is another page.
    const found = ports.users({ first: at, max: max + 1, ...(search === undefined ? {} : { filter: search }) });
    for (const user of found.slice(0, max)) {
      if (users.length === max) return { users, next: at };
      at += 1;
      if (fits === undefined || fits(user, () => statusOf(ports, user))) users.push(user);
    }
    if (found.length <= max) return { users };
    if (users.length === max) return { users, next: at };
  }
  return { users, next: first + MAX_LOOKED_AT };
}

function describe(
  ports: CognitoPorts,
  pool: PortPool,
  user: PortUserRecord,
  wanted: readonly string[] | undefined,
): unknown {
  const { Attributes, ...facts } = userType({ hasPassword: () => hasPassword(ports, user) }, pool, user);
  return { Attributes: Attributes.filter(({ Name }) => wanted?.includes(Name) !== false), ...facts };
}

function statusOf(ports: CognitoPorts, user: PortUserRecord): UserStatus {
  return userStatus({ hasPassword: () => hasPassword(ports, user) }, user);
}

/** Asked only of users whose password an administrator has reset. */
function hasPassword(ports: CognitoPorts, { id }: PortUserRecord): boolean {
  return ports.openUser({ keys: [{ by: 'id', value: id }] }) !== null && ports.hasPassword();
}

function requireKnown(pool: PortPool, wanted: readonly string[] = []): void {
  const known = ['sub', 'email_verified', 'phone_number_verified', ...Object.keys(schemaOf(pool))];
  if (!wanted.every((name) => known.includes(name))) {
    throw invalidParameter('One or more requested attributes do not exist.');
  }
}
