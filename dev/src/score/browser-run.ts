import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Problem } from '../problem.ts';
import { projectRoot } from '../project.ts';

/**
 * Shows files of a corpus in a browser, which the end-to-end tests can do, and reads what comes of each.
 * @param program the folder of `tests` that has it; it prints a line of JSON for each file
 * @throws Problem when that program fails, such as before the extension is built
 */
export async function runInBrowser<Line>(
  program: 'otp-fields' | 'qr',
  args: readonly string[],
): Promise<readonly Line[]> {
  const child = spawn('tsx', [join(projectRoot, 'tests', program, 'main.ts'), ...args], {
    stdio: ['ignore', 'pipe', process.stderr],
  });
  const ended = once(child, 'exit');
  const lines: Line[] = [];
  for await (const line of createInterface(child.stdout)) lines.push(JSON.parse(line) as Line);
  const [status] = (await ended) as [number | null];
  if (status !== 0) throw new Problem('The files could not be shown: what was printed above says why.');
  return lines;
}
