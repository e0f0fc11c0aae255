import { defineCommand } from 'citty';
import type { Pool } from '../connect.ts';
import { type MigratedUser, migrateMobileNumbers, type MigrationOptions } from '../migrate/migrate-mobile-numbers.ts';
import { OperatorError } from '../operator-error.ts';
import { connectionArgs, withPool } from './connection.ts';
import { EXIT_CODE } from './exit-code.ts';
import { formatArg, printTable, readFormat, type Table, type TableFormat } from './print-table.ts';
import { strictArgs } from './strict-args.ts';

const migrationArgs = {
  apply: { type: 'boolean', description: 'Take the numbers over; otherwise nothing is written' },
  overwrite: { type: 'boolean', description: 'Replace another number that a user has' },
  'country-code': {
    type: 'string',
    valueHint: '+49',
    description: 'Country code of numbers that were stored without one, as that plugin has it in its settings',
  },
  'remove-credentials': { type: 'boolean', description: 'Remove credentials whose number has been taken over' },
  from: { type: 'string', valueHint: 'COUNT', default: '0', description: 'Go on behind so many users' },
} as const;

export const migrateNetzbegruenung = defineCommand({
  meta: {
    name: 'netzbegruenung',
    description: "Takes over the numbers of netzbegruenung's SMS authenticator, or shows what would be taken over",
  },
  args: { ...connectionArgs, ...migrationArgs, ...formatArg },
  plugins: [strictArgs],
  run({ args }) {
    const format = readFormat(args);
    const options = readMigration(args);
    return withPool(args, (pool) => runMigration(pool, options, format));
  },
});

/** @throws {OperatorError} for a text that is no country code or no count */
export function readMigration(args: {
  readonly [Name in keyof typeof migrationArgs]?: string | boolean | undefined;
}): Omit<MigrationOptions, 'onUser'> {
  const { 'country-code': countryCode, from = '0' } = args;
  if (countryCode !== undefined && !/^\+[1-9]\d{0,2}$/.test(String(countryCode)))
    throw new OperatorError('usage', '--country-code takes + and up to three digits, for example +49.');
  if (!/^\d{1,9}$/.test(String(from))) throw new OperatorError('usage', '--from takes a count of users.');
  const apply = args.apply === true;
  const removeCredentials = args['remove-credentials'] === true;
  if (removeCredentials && !apply)
    throw new OperatorError('usage', '--remove-credentials needs --apply: without it nothing is written.');
  return {
    apply,
    removeCredentials,
    overwrite: args.overwrite === true,
    from: Number(from),
    ...(countryCode === undefined ? {} : { countryCode: String(countryCode) }),
  };
}

async function runMigration(pool: Pool, options: Omit<MigrationOptions, 'onUser'>, format: TableFormat): Promise<void> {
  const users: MigratedUser[] = [];
  // A run that breaks off has written something, so its report is printed as far as it got.
  try {
    const examined = await migrateMobileNumbers(pool, { ...options, onUser: (user) => users.push(user) });
    const outcomes = countOutcomes(users);
    printTable(tableOf(users), { format, json: { applied: options.apply, examined, outcomes, users } });
    if (format === 'table') console.log(`\n${summary(examined, outcomes)}`);
    if (format === 'table' && outcomes['to-take-over'] !== undefined)
      console.log('Nothing was written. Run it again with --apply to take the numbers over.');
  } catch (error) {
    printTable(tableOf(users), { format, json: { applied: options.apply, outcomes: countOutcomes(users), users } });
    throw error;
  }
  if (users.some(({ reason }) => reason !== undefined)) process.exitCode = EXIT_CODE.refused;
}

function tableOf(users: readonly MigratedUser[]): Table {
  return {
    columns: ['username', 'id', 'account', 'phone number', 'outcome', 'credential', 'reason'],
    rows: users.map(({ username, id, enabled, phoneNumber = '', outcome, credentialRemoved, reason = '' }) => [
      username,
      id,
      enabled ? 'enabled' : 'disabled',
      phoneNumber,
      outcome,
      credentialRemoved ? 'removed' : 'kept',
      reason,
    ]),
  };
}

function countOutcomes(users: readonly MigratedUser[]): Readonly<Partial<Record<MigratedUser['outcome'], number>>> {
  const counts: Partial<Record<MigratedUser['outcome'], number>> = {};
  for (const { outcome } of users) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function summary(examined: number, outcomes: ReturnType<typeof countOutcomes>): string {
  const parts = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`);
  return `${examined} users examined: ${parts.length === 0 ? 'nobody has a number of that plugin' : parts.join(', ')}`;
}
