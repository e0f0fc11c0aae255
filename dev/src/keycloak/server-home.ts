import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fingerprint } from '../build/fingerprint.ts';

export interface ServerHomeOptions {
  /** The folder of an unpacked Keycloak. */
  readonly distribution: string;
  readonly home: string;
  /** What `providers/` holds, and nothing else. */
  readonly jars: readonly string[];
}

/**
 * Makes a folder that one server may write in: a copy of the distribution with the given providers. An existing one is kept with
 * its data, as long as it is a copy of the same distribution.
 */
export async function prepareServerHome({ distribution, home, jars }: ServerHomeOptions): Promise<void> {
  const marker = join(home, 'copied-from.txt');
  const copiedFrom = existsSync(marker) ? await readFile(marker, 'utf8') : undefined;
  if (copiedFrom !== distribution) {
    await rm(home, { recursive: true, force: true });
    await copy(distribution, `${home}.partial`);
    await rename(`${home}.partial`, home);
    await writeFile(marker, distribution);
  }
  await placeProviders(join(home, 'providers'), jars);
}

async function placeProviders(folder: string, jars: readonly string[]): Promise<void> {
  const wanted = new Map(jars.map((jar) => [basename(jar), jar]));
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!wanted.has(name)) await rm(join(folder, name), { recursive: true });
  }
  for (const [name, jar] of wanted) {
    if (fingerprint(jar, ['']) !== fingerprint(join(folder, name), [''])) await copy(jar, join(folder, name));
  }
}

/** With the dates kept: Keycloak takes a provider with a new date for a changed one. */
async function copy(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
}
