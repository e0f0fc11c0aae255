import { defineCommand } from 'citty';
import { getPoolPolicy } from '../policy/pool-policy.ts';
import { connectionArgs, withPool } from './connection.ts';
import { printPolicy } from './print-policy.ts';
import { strictArgs } from './strict-args.ts';

export const policyGet = defineCommand({
  meta: { name: 'get', description: 'Shows the MFA policy' },
  args: { ...connectionArgs, json: { type: 'boolean', description: 'Print it as JSON' } },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      printPolicy(await getPoolPolicy(pool), { json: args.json === true });
    }),
});
