import { formatUsd } from '@lifeguard/shared/mfa';
import { defineCommand } from 'citty';
import { requestLimit } from '../spend/spend.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const smsLimitRequest = defineCommand({
  meta: {
    name: 'request',
    description: 'Asks for a higher limit; somebody who manages the realm approves or denies it',
  },
  args: {
    amount: { type: 'positional', required: true, description: 'USD a month, such as 50.00' },
    reason: { type: 'string', required: true, valueHint: 'TEXT', description: 'What the higher limit is for' },
    ...connectionArgs,
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      const result = await requestLimit(pool, { amount: args.amount, reason: args.reason });
      if (!result.ok) return refuse(result.reason);
      const { id, amountInMicroUsd } = result.request;
      console.log(`request ${id} for ${formatUsd(amountInMicroUsd)} USD a month is recorded`);
    }),
});
