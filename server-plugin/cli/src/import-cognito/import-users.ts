import type { Pool } from '../connect.ts';
import { explainAdminError } from '../explain-error.ts';
import { OperatorError } from '../operator-error.ts';
import type { PlannedUser, UserPlan } from './plan-user.ts';

type ImportOutcome = 'to-import' | 'imported' | 'there-already' | 'refused';

/** What has become of one user. */
export interface ImportedUser {
  readonly plan: UserPlan;
  readonly outcome: ImportOutcome;
  /** For people; absent when all is well. */
  readonly reason?: string;
}

export interface ImportUsersOptions {
  /** Without it nothing is written. */
  readonly apply: boolean;
  /** Hears of every user. */
  readonly onUser: (user: ImportedUser) => void;
}

/** Ids of users who are there, by name, and names by id. */
export interface UsersThere {
  readonly idByName: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
}

/** Keycloak imports users in one transaction, which takes ever longer for each. */
const IMPORTED_AT_ONCE = 100;
const READ_AT_ONCE = 1_000;

export async function readUsersThere({ client }: Pool): Promise<UsersThere> {
  const idByName = new Map<string, string>();
  for (let first = 0; ; first += READ_AT_ONCE) {
    const page = await client.users.find({ first, max: READ_AT_ONCE, briefRepresentation: true });
    for (const { id, username } of page) if (id !== undefined && username !== undefined) idByName.set(username, id);
    if (page.length < READ_AT_ONCE) return { idByName, ids: new Set(idByName.values()) };
  }
}

/**
 * Makes the users that are not there yet; those who are stay as they are. One that Keycloak refuses stops no other.
 * @throws {OperatorError} not-applied, when the server does not answer any more
 */
export async function importUsers(
  pool: Pool,
  plans: readonly UserPlan[],
  there: UsersThere,
  { apply, onUser }: ImportUsersOptions,
): Promise<void> {
  const roles = apply ? await defaultRoles(pool) : [];
  for (let begin = 0; begin < plans.length; begin += IMPORTED_AT_ONCE) {
    const judged = plans.slice(begin, begin + IMPORTED_AT_ONCE).map((plan) => judge(plan, there));
    const wanted = judged.flatMap(({ plan, outcome }) => (plan.ok && outcome === 'to-import' ? [plan] : []));
    const refusals = apply ? await importAll(pool, wanted, roles) : new Map<PlannedUser, string>();
    for (const user of judged) {
      const reason = user.plan.ok ? refusals.get(user.plan) : undefined;
      if (reason !== undefined) onUser({ plan: user.plan, outcome: 'refused', reason });
      else onUser(apply && user.outcome === 'to-import' ? { ...user, outcome: 'imported' } : user);
    }
  }
}

function judge(plan: UserPlan, { idByName, ids }: UsersThere): ImportedUser {
  if (!plan.ok) return { plan, outcome: 'refused', reason: plan.reason };
  const { id, username } = plan.representation;
  if (ids.has(id)) return { plan, outcome: 'there-already' };
  const isTaken = idByName.has(username.toLowerCase());
  if (isTaken) return { plan, outcome: 'refused', reason: 'Another user of the realm has that username.' };
  return { plan, outcome: 'to-import' };
}

/** An import gives no roles by itself. */
async function defaultRoles({ client, realm }: Pool): Promise<string[]> {
  const { defaultRole } = (await client.realms.findOne({ realm })) ?? {};
  return defaultRole?.name === undefined ? [] : [defaultRole.name];
}

/** Tries all in one transaction; when that fails, either half by itself, down to single users. @returns why some were refused */
async function importAll(
  pool: Pool,
  users: readonly PlannedUser[],
  realmRoles: string[],
): Promise<ReadonlyMap<PlannedUser, string>> {
  const [first] = users;
  if (first === undefined) return new Map();
  const reason = await importSome(pool, users, realmRoles);
  if (reason === undefined) return new Map();
  if (users.length === 1) return new Map([[first, reason]]);
  const middle = Math.ceil(users.length / 2);
  return new Map([
    ...(await importAll(pool, users.slice(0, middle), realmRoles)),
    ...(await importAll(pool, users.slice(middle), realmRoles)),
  ]);
}

/** @returns why the server has made none of them */
async function importSome(
  pool: Pool,
  users: readonly PlannedUser[],
  realmRoles: string[],
): Promise<string | undefined> {
  const { realm } = pool;
  try {
    await pool.client.realms.partialImport({
      realm,
      rep: {
        ifResourceExists: 'FAIL',
        users: users.map(({ representation }) => ({ ...representation, realmRoles })),
      },
    });
    return undefined;
  } catch (error) {
    const explained = explainAdminError(error, pool);
    if (explained instanceof OperatorError && explained.code === 'refused-by-server') return explained.message;
    throw explained;
  }
}
