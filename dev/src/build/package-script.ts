import { join } from 'node:path';
import { run } from '../process/run.ts';
import { projectRoot, runFolder } from '../project.ts';
import type { StampFolders } from './stamp.ts';

export const stampFolders: StampFolders = { root: projectRoot, stamps: join(runFolder, 'stamps') };

/** What every package is built from besides its own files: the versions of all that it uses, and the compiler's settings. */
export const commonInputs: readonly string[] = ['pnpm-lock.yaml', 'tsconfig.base.json'];

/** Runs the build script of a package of the workspace. */
export async function runBuildScript(packageName: string, signal: AbortSignal | undefined): Promise<void> {
  await run({
    command: process.execPath,
    args: [join(projectRoot, 'scripts', 'pnpm.mjs'), '--filter', packageName, 'run', 'build'],
    cwd: projectRoot,
    signal,
  });
}
