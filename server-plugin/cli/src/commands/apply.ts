import { readFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { applyPoolFile, isAsPlanned, planPool, type PoolPlan } from '../apply/apply-pool-file.ts';
import { type PoolFile, readPoolFile } from '../apply/pool-file.ts';
import type { Pool } from '../connect.ts';
import { OperatorError } from '../operator-error.ts';
import { confirm } from './confirm.ts';
import { connectionArgs, withPool } from './connection.ts';
import { EXIT_CODE } from './exit-code.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const apply = defineCommand({
  meta: { name: 'apply', description: 'Makes a pool as a file says; shows the difference first' },
  args: {
    file: { type: 'positional', required: true, description: 'YAML or JSON, as lifeguard export prints it' },
    ...connectionArgs,
    'dry-run': {
      type: 'boolean',
      description: 'Show the difference and change nothing; exit status 3 if there is one',
    },
    yes: { type: 'boolean', description: 'Do not ask' },
    json: { type: 'boolean', description: 'Print the difference as JSON' },
  },
  plugins: [strictArgs],
  async run({ args }) {
    const read = readPoolFile(await readText(args.file));
    if (!read.ok) return refuse(read.problems.map((problem) => `${args.file}: ${problem}`).join('\n'));
    const options = { dryRun: args['dry-run'] === true, yes: args.yes === true, json: args.json === true };
    await withPool(args, (pool) => runApply(pool, read.file, options));
  },
});

interface ApplyCommandOptions {
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}

async function runApply(pool: Pool, file: PoolFile, { dryRun, yes, json }: ApplyCommandOptions): Promise<void> {
  const plan = await planPool(pool, file);
  if (!plan.ok) return refuse(plan.problems.join('\n'));
  const hasChanges = !isAsPlanned(plan);
  if (!json) printPlan(plan);
  const isWanted = hasChanges && !dryRun && (yes || (await confirm(`Change realm ${pool.realm} so?`)));
  if (isWanted) {
    const result = await applyPoolFile(pool, { file, plan });
    if (!result.ok) return refuse(result.problems.join('\n'));
  }
  if (json) console.log(JSON.stringify({ ...plan, applied: isWanted }));
  else if (hasChanges) console.log(isWanted ? 'done' : 'nothing was changed');
  for (const open of plan.leftOpen) console.error(`left open: ${open}`);
  if (plan.leftOpen.length > 0) process.exitCode = EXIT_CODE.refused;
  else if (hasChanges && !isWanted) process.exitCode = EXIT_CODE.differs;
}

function printPlan(plan: PoolPlan): void {
  if (isAsPlanned(plan)) console.log('nothing to change');
  for (const { setting, from, to } of [...plan.policy, ...plan.spend]) {
    console.log(`${setting}: ${shown(from)} → ${shown(to)}`);
  }
  for (const step of plan.installation) console.log(`would ${step}`);
}

function shown(text: string): string {
  return text === '' ? 'none' : JSON.stringify(text).slice(1, -1);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new OperatorError('usage', `${path} can't be read: give the path of a file.`, { cause: error });
  }
}
