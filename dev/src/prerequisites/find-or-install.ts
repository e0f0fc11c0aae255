import { Problem } from '../problem.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { installSystemPackages } from './system-packages.ts';

interface Prerequisite<Tool> {
  readonly find: () => Promise<Tool | undefined> | Tool | undefined;
  /** For each need the packages that meet it, the preferred one first. */
  readonly packages: readonly (readonly string[])[];
  /** What is missing and how to install it, in one sentence. */
  readonly missing: string;
}

/**
 * Looks for a tool, installs it where it can, and looks again.
 * @throws Problem when it is still missing
 */
export async function findOrInstall<Tool>(
  { find, packages, missing }: Prerequisite<Tool>,
  options: SetUpOptions,
): Promise<Tool> {
  const found = await find();
  if (found !== undefined) return found;
  const installed = (await installSystemPackages(packages, options)) ? await find() : undefined;
  if (installed === undefined) throw new Problem(missing);
  return installed;
}
