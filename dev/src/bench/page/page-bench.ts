import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../project.ts';
import type { WrongCase } from '../../score/score.ts';
import type { Bench } from '../bench.ts';
import { pageFigures, type PageRun } from './page-figures.ts';

const PROGRAM = join(projectRoot, 'tests/page-bench/main.ts');
const CONTENT = join(projectRoot, 'extension/dist/chrome/src/content');
/** How many readings of each page a round is. */
const READINGS = 5;

/** How many fields a reading of each has to tell of. */
const EXPECTED_FIELDS: Readonly<Record<string, number>> = {
  '/plain': 0,
  '/code': 1,
  '/elements': 0,
  '/elements-and-code': 1,
};

/** What the built extension costs pages in Chromium. It has to be built before: `node scripts/pnpm.mjs run build:extension`. */
export const pageBench: Bench = {
  name: 'page',
  summary:
    "size of the extension's content scripts, the CPU time that they add to pages, and the time from a field to its code",
  async run({ rounds, signal }) {
    const args = [PROGRAM, '--rounds', String(rounds * READINGS)];
    const { stdout } = await promisify(execFile)('tsx', args, { signal });
    const runs = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PageRun);
    const wrong = runs.flatMap((run): WrongCase[] =>
      run.kind !== 'reading' || run.fields === EXPECTED_FIELDS[run.path]
        ? []
        : [{ id: run.path, why: `${run.fields} fields were told of` }],
    );
    const figures = {
      contentScriptGzipBytes: gzipBytes('lifeguard.iife.js'),
      scriptAtTheFieldGzipBytes: gzipBytes('inline.iife.js'),
      ...pageFigures(runs),
    };
    return { total: runs.length, right: runs.length - wrong.length, wrong, figures };
  },
};

function gzipBytes(name: string): number {
  return gzipSync(readFileSync(join(CONTENT, name))).length;
}
