import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolder } from '../project.ts';

/** The file with the key of the demo's SRP verifiers. It stays from start to start, as the realms do. */
export async function provideSrpKeyFile(): Promise<string> {
  const file = join(runFolder, 'demo-srp.key');
  await mkdir(runFolder, { recursive: true });
  try {
    await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return file;
}
