import { formatUsd, type SpendReport } from '@lifeguard/shared/mfa';
import { defineCommand } from 'citty';
import { OperatorError } from '../operator-error.ts';
import { getSpend } from '../spend/spend.ts';
import { connectionArgs, withPool } from './connection.ts';
import { formatArg, printTable, readFormat, type Table } from './print-table.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const smsSpend = defineCommand({
  meta: { name: 'spend', description: 'Shows what the texts of a month have cost' },
  args: {
    by: { type: 'string', valueHint: 'country|day', default: 'day', description: 'What the costs are grouped by' },
    month: { type: 'string', valueHint: 'YYYY-MM', description: 'The month, in UTC; this one unless given' },
    ...connectionArgs,
    ...formatArg,
  },
  plugins: [strictArgs],
  run: ({ args }) => {
    const format = readFormat(args);
    const tableOf = TABLES[args.by as keyof typeof TABLES] as (typeof TABLES)['day'] | undefined;
    if (tableOf === undefined) throw new OperatorError('usage', '--by takes country or day.');
    return withPool(args, async (pool) => {
      const result = await getSpend(pool, args.month === undefined ? {} : { month: args.month });
      if (!result.ok) return refuse(result.reason);
      const { ok: _ok, ...report } = result;
      printTable(tableOf(report), { format, json: report });
      if (format === 'table') printSums(report);
    });
  },
});

const TABLES = {
  day: ({ byDay }: SpendReport): Table => ({
    columns: ['day', 'texts', 'usd'],
    rows: byDay.map(({ day, texts, costInMicroUsd }) => [day, String(texts), formatUsd(costInMicroUsd)]),
  }),
  country: ({ byCountry }: SpendReport): Table => ({
    columns: ['country', 'texts', 'usd'],
    rows: byCountry.map(({ country, texts, costInMicroUsd }) => [country, String(texts), formatUsd(costInMicroUsd)]),
  }),
};

function printSums({ month, spentInMicroUsd, limitInMicroUsd, delivered, undelivered, refusals }: SpendReport): void {
  console.log(`\n${month}: ${formatUsd(spentInMicroUsd)} of ${formatUsd(limitInMicroUsd)} USD`);
  if (delivered + undelivered > 0) console.log(`receipts: ${delivered} delivered, ${undelivered} not`);
  if (refusals.length > 0) {
    console.log(`not sent: ${refusals.map(({ reason, texts }) => `${reason} ${texts}`).join(', ')}`);
  }
}
