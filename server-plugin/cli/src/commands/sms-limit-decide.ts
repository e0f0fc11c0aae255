import { formatUsd } from '@lifeguard/shared/mfa';
import { defineCommand } from 'citty';
import { decideLimitRequest } from '../spend/spend.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

const DECISIONS = {
  approve: { description: 'Approves a request: its amount is the limit at once', done: 'is approved: the limit is' },
  deny: { description: 'Denies a request', done: 'is denied; it was for' },
} as const;

export function smsLimitDecide(decision: keyof typeof DECISIONS) {
  const { description, done } = DECISIONS[decision];
  return defineCommand({
    meta: { name: decision, description },
    args: {
      id: { type: 'positional', required: true, description: 'Id of the request, as `sms limit list` shows it' },
      ...connectionArgs,
    },
    plugins: [strictArgs],
    run: ({ args }) =>
      withPool(args, async (pool) => {
        const result = await decideLimitRequest(pool, { id: args.id, decision });
        if (!result.ok) return refuse(result.reason);
        console.log(`request ${args.id} ${done} ${formatUsd(result.request.amountInMicroUsd)} USD a month`);
      }),
  });
}
