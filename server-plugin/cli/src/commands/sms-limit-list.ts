import { formatUsd, type LimitRequest } from '@lifeguard/shared/mfa';
import { defineCommand } from 'citty';
import { getLimitRequests } from '../spend/spend.ts';
import { connectionArgs, withPool } from './connection.ts';
import { formatArg, printTable, readFormat, type Table } from './print-table.ts';
import { strictArgs } from './strict-args.ts';

export const smsLimitList = defineCommand({
  meta: { name: 'list', description: 'Lists the requests for a higher limit, the open ones first' },
  args: { ...connectionArgs, ...formatArg },
  plugins: [strictArgs],
  run: ({ args }) => {
    const format = readFormat(args);
    return withPool(args, async (pool) => {
      const requests = await getLimitRequests(pool);
      printTable(tableOf(requests), { format, json: requests });
    });
  },
});

function tableOf(requests: readonly LimitRequest[]): Table {
  return {
    columns: ['id', 'asked', 'by', 'usd a month', 'state', 'decided by', 'reason'],
    rows: requests.map((request) => [
      request.id,
      new Date(request.requestedAtInMillis).toISOString().slice(0, 10),
      request.requestedBy,
      formatUsd(request.amountInMicroUsd),
      request.state,
      request.decidedBy ?? '',
      request.reason,
    ]),
  };
}
