import { defineCommand } from 'citty';
import type { Pool } from '../connect.ts';
import { uninstallLifeguard } from '../uninstall/uninstall-lifeguard.ts';
import { confirm } from './confirm.ts';
import { connectionArgs, withPool } from './connection.ts';
import { EXIT_CODE } from './exit-code.ts';
import { strictArgs } from './strict-args.ts';

export const uninstall = defineCommand({
  meta: { name: 'uninstall', description: 'Makes a realm work without the plugin; shows the plan first' },
  args: {
    ...connectionArgs,
    'dry-run': { type: 'boolean', description: 'Print the plan and change nothing' },
    yes: { type: 'boolean', description: 'Do not ask' },
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, (pool) => runUninstall(pool, { dryRun: args['dry-run'] === true, yes: args.yes === true })),
});

async function runUninstall(
  pool: Pool,
  { dryRun, yes }: { readonly dryRun: boolean; readonly yes: boolean },
): Promise<void> {
  const { changes, notes } = await uninstallLifeguard(pool, { dryRun: true });
  if (changes.length === 0) {
    console.log('nothing to do');
    return;
  }
  for (const change of changes) console.log(`would ${change}`);
  for (const note of notes) console.error(`look at: ${note}`);
  console.log('Users whose only second factor is SMS will sign in by the password alone.');
  if (dryRun) return;
  if (!yes && !(await confirm(`Take Lifeguard out of realm ${pool.realm}?`))) {
    console.log('nothing was changed');
    process.exitCode = EXIT_CODE.refused;
    return;
  }
  await uninstallLifeguard(pool);
  console.log('done. When no realm has Lifeguard any more, take its JARs out of providers/ and start Keycloak again.');
}
