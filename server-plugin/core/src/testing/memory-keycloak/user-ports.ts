import { randomUUID } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import type { PortUserRecord, UserChange, UserKey, WriteOutcome } from '../../cognito/records.ts';
import { requireFits } from './columns.ts';
import { newUser } from './new-realm.ts';
import type { OpenRequest } from './open-request.ts';
import { isPasswordOverdue } from './password-policy.ts';
import { withChanges } from './pool-ports.ts';
import type { MemoryRealm, MemoryUser } from './world.ts';

type UserPorts = Pick<
  CognitoPorts,
  | 'openUser'
  | 'createUser'
  | 'updateUser'
  | 'userRecord'
  | 'deleteUser'
  | 'users'
  | 'createGroup'
  | 'joinGroup'
  | 'openActions'
>;

export function userPorts(request: OpenRequest): UserPorts {
  return {
    openUser: ({ keys }) => {
      for (const key of keys) {
        const found = request.realm.users.filter((user) => fits(user, key));
        const [only] = found;
        if (only !== undefined && found.length === 1) return portUser(request.about(only) ?? only);
      }
      return null;
    },
    createUser: ({ id, username, ...change }) => {
      const { realm } = request;
      const name = username.toLowerCase();
      if (realm.users.some((user) => user.username === name || user.id === id)) return 'duplicate';
      const user = newUser({ id, username, createdAtInMillis: request.clock.now() });
      const outcome = writeUser(realm, user, change);
      if (outcome !== 'written') return outcome;
      realm.users.push(user);
      request.about(user);
      return 'written';
    },
    updateUser: (change) => writeUser(request.realm, request.user, change),
    userRecord: () => portUser(request.user),
    deleteUser: () => {
      const { realm, user } = request;
      if (user.readOnly) return false;
      realm.users = realm.users.filter((one) => one !== user);
      realm.sessions = realm.sessions.filter(({ userId }) => userId !== user.id);
      request.about(undefined);
      return true;
    },
    users: ({ first, max, filter }) =>
      request.realm.users
        .filter((user) => filter === undefined || matches(fieldOf(user, filter.field), filter))
        .toSorted((one, other) => (one.username < other.username ? -1 : 1))
        .slice(first, first + max)
        .map(portUser),
    createGroup: ({ name, attributes }) => {
      const { groups } = request.realm;
      if (groups.some((group) => group.name === name)) return null;
      requireFits(name, ...Object.values(attributes));
      const id = randomUUID();
      groups.push({ id, name, attributes });
      return { id };
    },
    joinGroup: ({ name }) => {
      const { realm, user } = request;
      if (!realm.groups.some((group) => group.name === name)) return false;
      if (!user.groups.includes(name)) user.groups.push(name);
      return true;
    },
    openActions: () => {
      const { realm, user, clock } = request;
      const triggered = isPasswordOverdue(realm, user, clock.now()) ? ['UPDATE_PASSWORD'] : [];
      return [...new Set([...user.requiredActions, ...triggered])]
        .filter((action) => realm.enabledActions.includes(action))
        .toSorted();
    },
  };
}

function fits(user: MemoryUser, { by, value }: UserKey): boolean {
  switch (by) {
    case 'id':
      return user.id === value;
    case 'username':
      return user.username === value.toLowerCase();
    case 'email':
      return user.email === value.toLowerCase();
    case 'phoneNumber':
      return user.attributes['phoneNumber']?.[0] === value;
  }
}

function fieldOf(user: MemoryUser, field: string): string | undefined {
  const own = (user as unknown as Readonly<Record<string, unknown>>)[field];
  return typeof own === 'string' || typeof own === 'boolean' ? String(own) : user.attributes[field]?.[0];
}

function matches(value: string | undefined, filter: { readonly value: string; readonly exact: boolean }): boolean {
  return filter.exact ? value === filter.value : value?.startsWith(filter.value) === true;
}

function writeUser(realm: MemoryRealm, user: MemoryUser, change: UserChange): WriteOutcome {
  if (user.readOnly) return 'read-only';
  requireFits(user.username, change.email, change.firstName, change.lastName);
  const { attributes, addRequiredActions = [], removeRequiredActions = [], ...fields } = change;
  const email = fields.email?.toLowerCase();
  const isTaken = realm.users.some((other) => other !== user && other.email !== undefined && other.email === email);
  if (isTaken && !realm.duplicateEmails) return 'duplicate';
  for (const [name, value] of Object.entries({ ...fields, ...(email === undefined ? {} : { email }) })) {
    if (value === null) delete user[name as 'email'];
    else Object.assign(user, { [name]: value });
  }
  const values: Record<string, readonly string[] | null> = {};
  for (const [name, value] of Object.entries(attributes ?? {})) values[name] = value === null ? null : [value];
  user.attributes = withChanges(user.attributes, values);
  const actions = [...user.requiredActions, ...addRequiredActions];
  user.requiredActions = [...new Set(actions)].filter((action) => !removeRequiredActions.includes(action));
  return 'written';
}

function portUser(user: MemoryUser): PortUserRecord {
  const { id, username, enabled, email, emailVerified, firstName, lastName, createdAtInMillis } = user;
  const attributes: Record<string, string> = {};
  for (const [name, [first]] of Object.entries(user.attributes)) if (first !== undefined) attributes[name] = first;
  return {
    id,
    username,
    enabled,
    emailVerified,
    attributes,
    createdAtInMillis,
    requiredActions: [...user.requiredActions],
    ...(email === undefined ? {} : { email }),
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
  };
}
