import { defineCommand } from 'citty';
import type { CognitoExport } from '../import-cognito/cognito-export.ts';
import { importCognito, type ImportOptions, type ImportResult } from '../import-cognito/import-cognito.ts';
import { maskUser, type UserLine } from '../import-cognito/mask-user.ts';
import { readExport } from '../import-cognito/read-export.ts';
import { readFolder } from '../import-cognito/read-folder.ts';
import { type ConnectionArgs, connectionArgs, withAccount } from './connection.ts';
import { EXIT_CODE } from './exit-code.ts';
import { formatTable } from './print-table.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

const { realm: _, ...accountArgs } = connectionArgs;

export const importCognitoCommand = defineCommand({
  meta: {
    name: 'cognito',
    description: 'Makes a realm of what the AWS CLI has written of a user pool, or shows what would be made',
  },
  args: {
    folder: { type: 'positional', required: true, description: 'The folder with the files of the AWS CLI' },
    ...accountArgs,
    apply: { type: 'boolean', description: 'Make it; otherwise nothing is written' },
    srp: { type: 'boolean', description: 'Keep SRP verifiers in the new realm: see lifeguard cognito set --help' },
    json: { type: 'boolean', description: 'Print the report as JSON' },
  },
  plugins: [strictArgs],
  async run({ args }) {
    const read = readExport(await readFolder(args.folder));
    if (!read.ok) return refuse(read.problems.join('\n'));
    const options = { apply: args.apply === true, srp: args.srp === true };
    await runImport(args, read.export, options, args.json === true);
  },
});

async function runImport(
  args: ConnectionArgs,
  exported: CognitoExport,
  options: Omit<ImportOptions, 'onUser'>,
  json: boolean,
): Promise<void> {
  const users: UserLine[] = [];
  const onUser: ImportOptions['onUser'] = (user) => users.push(maskUser(user));
  let result: ImportResult | undefined;
  try {
    result = await withAccount(args, exported.pool.Id, (where) =>
      importCognito(exported, where, { ...options, onUser }),
    );
  } finally {
    // A run that breaks off has written something, so its report is printed as far as it got.
    if (json) printJson(result, users, options.apply);
    else printText(result, users, options.apply);
  }
  if (!result.ok) return refuse(result.problems.join('\n'));
  if (users.some(({ outcome }) => outcome === 'refused')) process.exitCode = EXIT_CODE.refused;
}

function printJson(result: ImportResult | undefined, users: readonly UserLine[], applied: boolean): void {
  const { realm, changes, notes } = result?.ok === true ? result : {};
  console.log(JSON.stringify({ applied, realm, changes, notes, outcomes: countOutcomes(users), users }));
}

function printText(result: ImportResult | undefined, users: readonly UserLine[], applied: boolean): void {
  if (users.length > 0) console.log(`${formatTable(tableOf(users))}\n`);
  if (result?.ok !== true) return;
  for (const change of result.changes) console.log(applied ? `done: ${change}` : `would ${change}`);
  const outcomes = countOutcomes(users);
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`);
  console.log(`${users.length} users: ${counts.length === 0 ? 'none' : counts.join(', ')}`);
  for (const note of result.notes) console.error(`look at: ${note}`);
  const isDone = result.changes.length === 0 && outcomes['to-import'] === undefined && outcomes.imported === undefined;
  if (isDone) console.log('nothing to do');
  else if (!applied) console.log('Nothing was written. Run it again with --apply to make it.');
}

function tableOf(users: readonly UserLine[]) {
  return {
    columns: ['username', 'id', 'account', 'e-mail', 'phone number', 'outcome', 'password', 'second factor', 'reason'],
    rows: users.map(({ username, id = '', enabled, email = '', phoneNumber = '', outcome, ...next }) => [
      username,
      id,
      enabled === undefined ? '' : enabled ? 'enabled' : 'disabled',
      email,
      phoneNumber,
      outcome,
      next.password ?? '',
      next.secondFactor ?? '',
      next.reason ?? '',
    ]),
  };
}

function countOutcomes(users: readonly UserLine[]): Readonly<Partial<Record<UserLine['outcome'], number>>> {
  const counts: Partial<Record<UserLine['outcome'], number>> = {};
  for (const { outcome } of users) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
