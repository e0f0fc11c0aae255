import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { readOutput, run } from '../process/run.ts';
import { projectRoot, toolsFolder } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand } from './find-command.ts';
import { findOrInstall } from './find-or-install.ts';

const REQUIREMENTS = join(projectRoot, 'dev/src/moto/requirements.txt');
const FOLDER = join(toolsFolder, 'moto');
const PYTHON = join(FOLDER, 'bin/python');
/** Written last, so that a folder with it is whole. */
const MARK = join(FOLDER, 'complete.txt');
const USABLE = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';

/** The Python that has moto, from an earlier set-up; undefined when there is none. */
export function findMoto(): string | undefined {
  return existsSync(MARK) ? PYTHON : undefined;
}

/**
 * Finds moto, or makes a Python environment of its own for it, which touches no other.
 * @returns the path of its Python
 * @throws Problem when there is no Python for it, or the package index can't be reached
 */
export async function provideMoto(options: SetUpOptions): Promise<string> {
  const found = findMoto();
  if (found !== undefined) return found;
  const python = await findOrInstall(
    {
      find: findPython,
      packages: [['python3'], ['python3-venv']],
      missing:
        'Python 3.10 or newer with venv was not found: install it (for example `apt-get install python3 python3-venv`).',
    },
    options,
  );
  options.log('Installing moto …');
  const { signal } = options;
  await rm(FOLDER, { recursive: true, force: true });
  await run({ command: python, args: ['-m', 'venv', FOLDER], signal });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS];
  await run({ command: PYTHON, args: pip, signal }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      `moto could not be installed, see above: it comes from the Python package index. ${error.message}`,
    );
  });
  await writeFile(MARK, '');
  return PYTHON;
}

async function findPython(): Promise<string | undefined> {
  const python = findCommand(['python3']);
  if (python === undefined) return undefined;
  return (await readOutput({ command: python, args: ['-c', USABLE] })) === undefined ? undefined : python;
}
