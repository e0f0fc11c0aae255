import type { Pool } from '../connect.ts';
import { explainAdminError } from '../explain-error.ts';
import { readFlow } from '../flow/edit-flow.ts';
import { planFlow } from '../flow/plan-flow.ts';
import { LIFEGUARD_STEP } from '../flow/providers.ts';
import { OperatorError } from '../operator-error.ts';
import { planProfile } from '../profile/plan-profile.ts';
import type { Change } from './change.ts';
import { planRequiredActions } from './required-actions.ts';

export interface InstallOptions {
  /** Computes the plan and changes nothing. */
  readonly dryRun?: boolean;
  /** The name of the copy of the browser flow; `lifeguard-browser` unless given. */
  readonly flowAlias?: string;
}

export type InstallResult =
  /** `changes` says in words what was done, or would be in a dry run; empty when the realm has everything. */
  | { readonly ok: true; readonly changes: readonly string[] }
  | { readonly ok: false; readonly code: 'flow-not-understood' | 'flow-alias-taken'; readonly reason: string };

export const DEFAULT_FLOW_ALIAS = 'lifeguard-browser';

/**
 * Brings a realm to the state in which its browser flow asks for the second factor. Running it again changes nothing.
 * @throws {OperatorError} plugin-missing, not-applied, missing-role
 */
export async function installLifeguard(
  pool: Pool,
  { dryRun = false, flowAlias = DEFAULT_FLOW_ALIAS }: InstallOptions = {},
): Promise<InstallResult> {
  await requirePlugin(pool);
  const plan = await planInstall(pool, flowAlias);
  if (!plan.ok) return plan;
  if (!dryRun) for (const change of plan.changes) await applyChange(pool, change);
  return { ok: true, changes: plan.changes.map(({ what }) => what) };
}

type InstallPlan = { readonly ok: true; readonly changes: readonly Change[] } | Extract<InstallResult, { ok: false }>;

async function planInstall(pool: Pool, copyAlias: string): Promise<InstallPlan> {
  const { client, realm } = pool;
  const { browserFlow = 'browser' } = (await client.realms.findOne({ realm })) ?? {};
  const flows = await client.authenticationManagement.getFlows();
  const isTaken = flows.some(({ alias }) => alias === copyAlias);
  const flowPlan = planFlow({
    bound: await readFlow(pool, browserFlow),
    copyAlias,
    ...(isTaken ? { existing: await readFlow(pool, copyAlias) } : {}),
  });
  if (!flowPlan.ok) return flowPlan;
  // The flow comes last: what it needs is there before anybody is asked.
  return {
    ok: true,
    changes: [
      ...planRequiredActions(await client.authenticationManagement.getRequiredActions()),
      ...planProfile(await client.users.getProfile()),
      ...flowPlan.changes,
    ],
  };
}

async function requirePlugin({ client, server }: Pool): Promise<void> {
  const authenticators = await client.authenticationManagement.getAuthenticatorProviders();
  if (authenticators.some(({ id }) => id === LIFEGUARD_STEP)) return;
  throw new OperatorError(
    'plugin-missing',
    `The Keycloak at ${server} does not have the Lifeguard plugin: copy lifeguard.jar into its providers folder and start it again.`,
  );
}

async function applyChange(pool: Pool, { what, apply }: Change): Promise<void> {
  try {
    await apply(pool);
  } catch (error) {
    const cause = explainAdminError(error, pool);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError(
      'not-applied',
      `Could not ${what}. ${reason} What was done before is kept; run install again afterwards.`,
      {
        cause,
      },
    );
  }
}
