import { defineCommand } from 'citty';
import { denyClient } from '../cognito/allow-client.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const cognitoDeny = defineCommand({
  meta: { name: 'deny', description: 'Makes an application unknown to the Cognito API' },
  args: {
    client: { type: 'positional', required: true, description: "The client's id" },
    ...connectionArgs,
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      const result = await denyClient(pool, { clientId: args.client });
      if (!result.ok) return refuse(result.reason);
      if (result.changes.length === 0) console.log('nothing to do');
      for (const change of result.changes) console.log(`done: ${change}`);
    }),
});
