import { formatUsd } from '@lifeguard/shared/mfa';
import { defineCommand } from 'citty';
import { setLimit } from '../spend/spend.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const smsLimitSet = defineCommand({
  meta: { name: 'set', description: 'Sets the limit at once' },
  args: {
    amount: { type: 'positional', required: true, description: 'USD a month, such as 50.00' },
    ...connectionArgs,
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      const result = await setLimit(pool, { amount: args.amount });
      if (!result.ok) return refuse(result.reason);
      console.log(`the limit is ${formatUsd(result.monthlyLimitInMicroUsd)} USD a month`);
    }),
});
