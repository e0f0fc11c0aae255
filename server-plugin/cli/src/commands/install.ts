import { defineCommand } from 'citty';
import type { Pool } from '../connect.ts';
import { installLifeguard, type InstallOptions } from '../install/install-lifeguard.ts';
import { DEFAULT_FLOW_ALIAS } from '../install/realm-ways.ts';
import { lifeguard } from '../doctor/commands.ts';
import { getPoolPolicy } from '../policy/pool-policy.ts';
import { connectionArgs, withPool } from './connection.ts';
import { EXIT_CODE } from './exit-code.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const install = defineCommand({
  meta: { name: 'install', description: 'Makes every way into a realm ask for the second factor' },
  args: {
    ...connectionArgs,
    'dry-run': { type: 'boolean', description: 'Print the plan and change nothing' },
    'flow-alias': {
      type: 'string',
      valueHint: 'NAME',
      description: 'Name of the copy of the browser flow',
      default: DEFAULT_FLOW_ALIAS,
    },
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, (pool) => runInstall(pool, { dryRun: args['dry-run'] === true, flowAlias: args['flow-alias'] })),
});

async function runInstall(pool: Pool, options: Required<InstallOptions>): Promise<void> {
  const result = await installLifeguard(pool, options);
  if (!result.ok) return refuse(result.reason);
  if (result.changes.length === 0) console.log('nothing to do');
  for (const change of result.changes) console.log(options.dryRun ? `would ${change}` : `done: ${change}`);
  for (const open of result.leftOpen) console.error(`left open: ${open}`);
  if (result.leftOpen.length > 0) process.exitCode = EXIT_CODE.refused;

  const policy = await getPoolPolicy(pool);
  if (policy.ok && policy.policy.mfaConfiguration === 'OFF') {
    console.log(`MFA is OFF in this pool, so nobody is asked: ${lifeguard(['policy', 'set'], pool, '--mfa', 'ON')}`);
  }
}
