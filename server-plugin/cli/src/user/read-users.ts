import type { Pool } from '../connect.ts';
import type { StoredUser } from './find-user.ts';

/** Keycloak's own answer is one page of a hundred when nobody says how many. */
const PAGE_SIZE = 100;

/** All users of the pool with their attributes, page by page in the order of their names. */
export async function* readUsers(
  { client }: Pool,
  { from = 0 }: { readonly from?: number } = {},
): AsyncGenerator<readonly StoredUser[]> {
  for (let first = from; ; first += PAGE_SIZE) {
    const page = await client.users.find({ first, max: PAGE_SIZE, briefRepresentation: false });
    if (page.length > 0) yield page.filter((user): user is StoredUser => user.id !== undefined);
    if (page.length < PAGE_SIZE) return;
  }
}
