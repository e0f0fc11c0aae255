import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Problem } from '../../problem.ts';
import { projectRoot } from '../../project.ts';

const PROGRAM = join(projectRoot, 'tests/otp-fields/main.ts');

/**
 * Shows pages of a corpus in a browser, which the end-to-end tests can do, and reads what comes of each.
 * @throws Problem when that program fails, such as before the extension is built
 */
export async function runInBrowser<Line>(
  run: string,
  corpus: string,
  files: readonly string[],
): Promise<readonly Line[]> {
  const child = spawn('tsx', [PROGRAM, '--run', run, '--corpus', corpus, ...files], {
    stdio: ['ignore', 'pipe', process.stderr],
  });
  const ended = once(child, 'exit');
  const lines: Line[] = [];
  for await (const line of createInterface(child.stdout)) lines.push(JSON.parse(line) as Line);
  const [status] = (await ended) as [number | null];
  if (status !== 0) throw new Problem('The pages could not be shown: what was printed above says why.');
  return lines;
}
