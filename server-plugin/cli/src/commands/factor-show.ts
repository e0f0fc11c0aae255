import { defineCommand } from 'citty';
import { getFactors } from '../factor/factors.ts';
import { connectionArgs, withPool } from './connection.ts';
import { printFactors } from './print-factors.ts';
import { strictArgs } from './strict-args.ts';

export const factorShow = defineCommand({
  meta: { name: 'show', description: "Shows a user's second factors, the phone number masked" },
  args: {
    username: { type: 'positional', required: true, description: 'Exact username or id' },
    ...connectionArgs,
    json: { type: 'boolean', description: 'Print it as JSON' },
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      printFactors(await getFactors(pool, { user: args.username }), { json: args.json === true });
    }),
});
