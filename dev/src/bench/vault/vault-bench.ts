import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../project.ts';
import type { Bench } from '../bench.ts';
import { vaultFigures, type VaultRun } from './vault-figures.ts';

const PROGRAM = join(projectRoot, 'tests/vault-bench/main.ts');

/** How long a person waits for the vault in Chromium. The extension has to be built before: `node scripts/pnpm.mjs run build:extension`. */
export const vaultBench: Bench = {
  name: 'vault',
  summary: 'how long the vault takes to unlock, to show, to search, to write and to import, with 10 to 10,000 accounts',
  async run({ rounds, signal }) {
    const { stdout } = await promisify(execFile)('tsx', [PROGRAM, '--rounds', String(rounds)], { signal });
    const runs = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as VaultRun);
    return { total: runs.length, right: runs.length, wrong: [], figures: vaultFigures(runs) };
  },
};
