import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keycloakDistribution } from '@lifeguard/dev/keycloak';
import { provideJdk } from '@lifeguard/dev/prerequisites';

const SERVICE = 'META-INF/services/org.keycloak.credential.CredentialProviderFactory';

/** Builds the JAR that stands beside ours, in the place of netzbegruenung's SMS authenticator. */
export async function buildMobileNumberPlugin(): Promise<string> {
  const log = console.error;
  const folder = join(import.meta.dirname, '../../../.run/jars/mobile-numbers');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'META-INF/services'), { recursive: true });
  await writeFile(join(folder, SERVICE), 'dev.lifeguard.tests.MobileNumbers\n');

  const { home } = await provideJdk({ log });
  const libraries = join(await keycloakDistribution({ log }), 'lib/lib/main/*');
  const source = join(import.meta.dirname, 'MobileNumbers.java');
  execFileSync(join(home, 'bin/javac'), ['-proc:none', '--release', '17', '-cp', libraries, '-d', folder, source]);
  const jar = join(folder, 'mobile-numbers.jar');
  execFileSync(join(home, 'bin/jar'), ['cf', jar, '-C', folder, 'META-INF', '-C', folder, 'dev']);
  return jar;
}
