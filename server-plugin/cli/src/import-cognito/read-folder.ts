import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import type { ExportFile } from './read-export.ts';

/**
 * The files of a folder and of those in it, without hidden ones, by name.
 * @throws {OperatorError} usage
 */
export async function readFolder(folder: string): Promise<readonly ExportFile[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name));
    return await Promise.all(
      paths.toSorted().map(async (path) => ({ name: relative(folder, path), bytes: await readFile(path) })),
    );
  } catch (error) {
    throw new OperatorError('usage', `${folder} can't be read: give the folder with the files of the AWS CLI.`, {
      cause: error,
    });
  }
}
