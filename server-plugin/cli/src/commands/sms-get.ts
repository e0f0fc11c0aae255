import { defineCommand } from 'citty';
import { getSpendSettings } from '../spend/spend-settings.ts';
import { connectionArgs, withPool } from './connection.ts';
import { printSpendSettings } from './print-spend-settings.ts';
import { strictArgs } from './strict-args.ts';

export const smsGet = defineCommand({
  meta: { name: 'get', description: 'Shows what texts may cost, and where and how often they go' },
  args: { ...connectionArgs, json: { type: 'boolean', description: 'Print it as JSON' } },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      printSpendSettings(await getSpendSettings(pool), { json: args.json === true });
    }),
});
