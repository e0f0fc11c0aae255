import type { Pool } from '../connect.ts';
import { readConsoleClient } from '../console/console-client.ts';
import { planConsole } from '../console/plan-console.ts';
import { planProfile } from '../profile/plan-profile.ts';
import { applyChanges } from './apply-changes.ts';
import { planAmr } from './plan-amr.ts';
import { planWaysIn } from './plan-ways-in.ts';
import { DEFAULT_FLOW_ALIAS } from './realm-ways.ts';
import { planRequiredActions } from './required-actions.ts';
import { requirePlugin } from './require-plugin.ts';

export interface InstallOptions {
  /** Computes the plan and changes nothing. */
  readonly dryRun?: boolean;
  /** The name of the copy of the browser flow; `lifeguard-browser` unless given. */
  readonly flowAlias?: string;
}

export type InstallResult =
  | {
      readonly ok: true;
      /** What was done, or would be in a dry run, in words; empty when the realm has everything. */
      readonly changes: readonly string[];
      /** The ways in that install leaves as they are, each with what the operator has to do; empty in most realms. */
      readonly leftOpen: readonly string[];
    }
  | { readonly ok: false; readonly code: 'flow-not-understood' | 'flow-alias-taken'; readonly reason: string };

/**
 * Brings a realm to the state in which every flow that ends in a session asks for the second factor. Running it again changes
 * nothing. Without the browser flow nothing is done; any other flow that install does not understand is left open and said.
 * @throws {OperatorError} plugin-missing, not-applied, missing-role
 */
export async function installLifeguard(
  pool: Pool,
  { dryRun = false, flowAlias = DEFAULT_FLOW_ALIAS }: InstallOptions = {},
): Promise<InstallResult> {
  await requirePlugin(pool);
  const { client } = pool;
  const ways = await planWaysIn(pool, flowAlias);
  if (!ways.ok) return ways;
  // The flows come last: what they need is there before anybody is asked.
  const changes = [
    ...planRequiredActions(await client.authenticationManagement.getRequiredActions()),
    ...planProfile(await client.users.getProfile()),
    ...planAmr(await client.clientScopes.find()),
    ...planConsole(await readConsoleClient(pool), pool.realm),
    ...ways.changes,
  ];
  if (!dryRun) await applyChanges(pool, changes, 'install');
  return { ok: true, changes: changes.map(({ what }) => what), leftOpen: ways.leftOpen };
}
