import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { provideJdk } from '@lifeguard/dev/prerequisites';

const root = join(import.meta.dirname, '../..');

/** The SNS gateway's JAR, which stands beside the plugin's. */
export const SNS_JAR = join(root, 'server-plugin/java-sns/target/lifeguard-sns.jar');

/** The JAR as it was built. */
export const LIFEGUARD_JAR = join(root, 'server-plugin/java/target/lifeguard.jar');

export interface JarVariantOptions {
  readonly name: string;
  /** Makes another script of the core's. */
  readonly change: (script: string) => string;
  /** Whether the digest in the JAR is that of the changed script, as if it had been built so. */
  readonly withItsDigest: boolean;
}

/** A JAR with another core in it, as a fault or an attacker would leave it. */
export async function makeJarVariant({ name, change, withItsDigest }: JarVariantOptions): Promise<string> {
  const folder = join(root, '.run', 'jars', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'lifeguard'), { recursive: true });
  const jar = join(folder, 'lifeguard.jar');
  await copyFile(LIFEGUARD_JAR, jar);
  const script = await readFile(join(root, 'server-plugin/core/dist/core.js'), 'utf8');
  const changed = change(script);
  if (changed === script) throw new Error(`the variant ${name} changes nothing`);
  await writeFile(join(folder, 'lifeguard/core.js'), changed);
  const files = ['lifeguard/core.js'];
  if (withItsDigest) {
    await writeFile(join(folder, 'lifeguard/core.sha256'), createHash('sha256').update(changed).digest('hex'));
    files.push('lifeguard/core.sha256');
  }
  const { home } = await provideJdk({ log: console.error });
  execFileSync(join(home, 'bin/jar'), ['uf', jar, ...files], { cwd: folder });
  // Keycloak builds itself anew for a provider with another date, which takes longer than all else of a start.
  const { atime, mtime } = await stat(LIFEGUARD_JAR);
  await utimes(jar, atime, mtime);
  return jar;
}
