import type { SetUpOptions } from '../set-up-options.ts';
import { findPythonTool, providePythonTool, type PythonTool } from './python-tool.ts';

const MOTO: PythonTool = { name: 'moto', folder: 'moto', requirements: 'dev/src/moto/requirements.txt' };

/** The Python that has moto, from an earlier set-up; undefined when there is none. */
export function findMoto(): string | undefined {
  return findPythonTool(MOTO);
}

/**
 * Finds or installs moto.
 * @returns the path of its Python
 * @throws Problem when there is no Python for it, or the package index can't be reached
 */
export function provideMoto(options: SetUpOptions): Promise<string> {
  return providePythonTool(MOTO, options);
}
