import { defineCommand } from 'citty';
import type { Pool } from '../connect.ts';
import { resetFactors, type ResetFactorsOptions } from '../factor/reset-factors.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const factorReset = defineCommand({
  meta: { name: 'reset', description: 'Removes the authenticators and preferences of a user who has lost a device' },
  args: {
    username: { type: 'positional', required: true, description: 'Exact username or id' },
    ...connectionArgs,
    phone: { type: 'boolean', description: 'Remove the phone number too' },
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, (pool) => runFactorReset(pool, { user: args.username, phone: args.phone === true })),
});

async function runFactorReset(pool: Pool, options: ResetFactorsOptions): Promise<void> {
  const result = await resetFactors(pool, options);
  if (!result.ok) return refuse(result.reason);
  console.log(
    result.removed.length === 0
      ? `${result.username} has no second factor to remove`
      : `removed from ${result.username}: ${result.removed.join(', ')}`,
  );
}
