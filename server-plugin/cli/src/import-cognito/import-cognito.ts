import { planApiScope } from '../cognito/api-scope.ts';
import { connect, type ConnectOptions, type Pool } from '../connect.ts';
import { applyChanges } from '../install/apply-changes.ts';
import type { Change } from '../install/change.ts';
import { installLifeguard } from '../install/install-lifeguard.ts';
import { requirePlugin } from '../install/require-plugin.ts';
import type { CognitoExport, ExportedClient } from './cognito-export.ts';
import { type ImportedUser, importUsers, readUsersThere } from './import-users.ts';
import { planClient } from './plan-client.ts';
import { planGroups } from './plan-groups.ts';
import { planPoolProfile } from './plan-pool-profile.ts';
import { planRealm, type RealmPlan } from './plan-realm.ts';
import { planUsers } from './plan-users.ts';

export interface ImportOptions {
  /** Without it nothing is written. */
  readonly apply: boolean;
  /** Whether the new realm keeps SRP verifiers. */
  readonly srp: boolean;
  /** Hears of every user, whatever becomes of one. */
  readonly onUser: (user: ImportedUser) => void;
}

export type ImportResult =
  | {
      readonly ok: true;
      readonly realm: string;
      /** What was done beside users, or would be, in words; empty when all of it is there. */
      readonly changes: readonly string[];
      /** What the operator has to know, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

const COMMAND = 'import cognito';

/**
 * Makes a realm of what was exported of a pool. What is there already stays as it is, so it can be run again at any time: it goes on where
 * it broke off, and otherwise has nothing to do.
 * @param where the account that makes the realm
 * @throws {OperatorError} plugin-missing, not-applied, missing-role
 */
export async function importCognito(
  exported: CognitoExport,
  where: Omit<ConnectOptions, 'realm'>,
  { apply, srp, onUser }: ImportOptions,
): Promise<ImportResult> {
  const plan = planRealm(exported, { srp });
  if (!plan.ok) return { ok: false, problems: plan.problems.map(({ message }) => message) };
  const { realm } = plan.realm;
  const account = await connect({ ...where, realm: where.authRealm ?? 'master' });
  await requirePlugin(account);
  const users = planUsers(exported, plan.policy);
  const isThere = Boolean(await account.client.realms.findOne({ realm }));
  const changes: string[] = isThere ? [] : [`create the realm ${realm}`];
  if (!isThere && !apply) {
    const nobody = { idByName: new Map<string, string>(), ids: new Set<string>() };
    await importUsers(account, users, nobody, { apply, onUser });
    changes.push(...planParts(exported, { scopes: [], clients: [], groups: [] }).map(({ what }) => what));
    return { ok: true, realm, changes, notes: notesOf(exported, plan) };
  }
  if (!isThere) await account.client.realms.create(plan.realm);
  // The account gets its roles in a new realm with a new token.
  const pool = await connect({ ...where, realm });
  const installed = await installLifeguard(pool, { dryRun: !apply });
  if (!installed.ok) return { ok: false, problems: [installed.reason] };
  const parts = [
    ...planPoolProfile(await pool.client.users.getProfile()),
    ...planParts(exported, await readParts(pool)),
  ];
  if (apply) await applyChanges(pool, parts, COMMAND);
  changes.push(...installed.changes, ...parts.map(({ what }) => what));
  await importUsers(pool, users, await readUsersThere(pool), { apply, onUser });
  return { ok: true, realm, changes, notes: [...notesOf(exported, plan), ...installed.leftOpen] };
}

interface PartsThere {
  readonly scopes: Parameters<typeof planApiScope>[0];
  readonly clients: readonly string[];
  readonly groups: readonly string[];
}

async function readParts({ client }: Pool): Promise<PartsThere> {
  return {
    scopes: await client.clientScopes.find(),
    clients: (await client.clients.find()).flatMap(({ clientId }) => clientId ?? []),
    groups: (await client.groups.find({ max: 10_000 })).flatMap(({ name }) => name ?? []),
  };
}

function planParts({ clients, groups }: CognitoExport, there: PartsThere): readonly Change[] {
  return [
    ...planApiScope(there.scopes),
    ...clients.filter(({ ClientId }) => !there.clients.includes(ClientId)).map(createClient),
    ...planGroups(groups, there.groups),
  ];
}

function createClient(exported: ExportedClient): Change {
  const client = planClient(exported);
  return {
    what: `create the client ${client.clientId}${client.publicClient === true ? '' : ', with its secret'}`,
    apply: async (pool) => void (await pool.client.clients.create(client)),
  };
}

function notesOf({ notes, pool, users, clients, factors }: CognitoExport, plan: RealmPlan): readonly string[] {
  const expected = pool.EstimatedNumberOfUsers ?? 0;
  const hasSrp = clients.some(({ ExplicitAuthFlows: flows = [] }) => flows.some((flow) => flow.includes('SRP')));
  return [
    ...notes,
    ...plan.notes,
    ...(users.length < expected
      ? [`The pool has about ${expected} users, the files ${users.length}: see whether a page is missing.`]
      : []),
    ...(plan.policy.mfaConfiguration !== 'OFF' && users.length > 0 && factors.size === 0
      ? ['Which factors users have turned on is in admin-get-user alone, and the folder has none of its answers.']
      : []),
    ...(hasSrp && plan.realm.attributes?.['lifeguard.cognito.srp'] !== 'true'
      ? ['Clients sign in by SRP, for which the realm has to keep verifiers: see lifeguard cognito set --help.']
      : []),
  ];
}
