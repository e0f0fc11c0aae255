import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { readOutput, run } from '../process/run.ts';
import { projectRoot, toolsFolder } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand } from './find-command.ts';
import { findOrInstall } from './find-or-install.ts';

/** Packages of Python in an environment of their own, which touches no other. */
export interface PythonTool {
  /** As a person reads it. */
  readonly name: string;
  /** The environment's folder among the tools. */
  readonly folder: string;
  /** The file with the packages, all pinned, from the root of the project. */
  readonly requirements: string;
}

const USABLE = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';

/** The Python that has a tool as it is pinned now, from an earlier set-up; undefined when there is none. */
export function findPythonTool(tool: PythonTool): string | undefined {
  const mark = markOf(tool);
  return existsSync(mark) && readFileSync(mark, 'utf8') === pinned(tool) ? pythonOf(tool) : undefined;
}

/**
 * Finds a tool, or makes its environment.
 * @returns the path of its Python
 * @throws Problem when there is no Python for it, or the package index can't be reached
 */
export async function providePythonTool(tool: PythonTool, options: SetUpOptions): Promise<string> {
  const found = findPythonTool(tool);
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
  options.log(`Installing ${tool.name} …`);
  const { signal } = options;
  const folder = folderOf(tool);
  await rm(folder, { recursive: true, force: true });
  await run({ command: python, args: ['-m', 'venv', folder], signal });
  const requirements = join(projectRoot, tool.requirements);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements];
  await run({ command: pythonOf(tool), args: pip, signal }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      `${tool.name} could not be installed, see above: it comes from the Python package index. ${error.message}`,
    );
  });
  await writeFile(markOf(tool), pinned(tool));
  return pythonOf(tool);
}

/** Written last, so that a folder with it is whole; it says which packages the folder has. */
function markOf(tool: PythonTool): string {
  return join(folderOf(tool), 'complete.txt');
}

function pinned({ requirements }: PythonTool): string {
  return readFileSync(join(projectRoot, requirements), 'utf8');
}

function folderOf({ folder }: PythonTool): string {
  return join(toolsFolder, folder);
}

function pythonOf(tool: PythonTool): string {
  return join(folderOf(tool), 'bin/python');
}

async function findPython(): Promise<string | undefined> {
  const python = findCommand(['python3']);
  if (python === undefined) return undefined;
  return (await readOutput({ command: python, args: ['-c', USABLE] })) === undefined ? undefined : python;
}
