import type UserRepresentation from '@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js';
import type { Pool } from '../connect.ts';

export type StoredUser = UserRepresentation & { readonly id: string };

export interface UserNotFound {
  readonly ok: false;
  readonly code: 'unknown-user' | 'ambiguous-user';
  readonly reason: string;
}

/** Finds the one user whom an operator names by the exact username or by the id. */
export async function findUser(
  pool: Pool,
  name: string,
): Promise<{ readonly ok: true; readonly user: StoredUser } | UserNotFound> {
  const [user, ...others] = await findUsers(pool, name);
  if (user === undefined) {
    return {
      ok: false,
      code: 'unknown-user',
      reason: `Realm ${pool.realm} has no user ${name}: give the exact username or the id.`,
    };
  }
  if (others.length > 0) {
    return {
      ok: false,
      code: 'ambiguous-user',
      reason: `${name} is the username of one user and the id of another: give the id of the one you mean.`,
    };
  }
  return { ok: true, user };
}

async function findUsers({ client }: Pool, name: string): Promise<readonly StoredUser[]> {
  const [byId, byName] = await Promise.all([
    client.users.findOne({ id: name }),
    client.users.find({ username: name, exact: true }),
  ]);
  const ids = new Set([byId, ...byName].flatMap((user) => user?.id ?? []));
  const users = await Promise.all([...ids].map((id) => client.users.findOne({ id })));
  return users.filter((user): user is StoredUser => user?.id !== undefined);
}
