import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { provideJdk } from '../prerequisites/jdk.ts';
import { provideMaven } from '../prerequisites/maven.ts';
import { run } from '../process/run.ts';
import { toolsFolder } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';

export const KEYCLOAK_VERSION = '26.7.3';
const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.9.0';

/**
 * The unpacked Keycloak as it comes from Maven Central, taken once and never changed.
 * @returns its folder
 * @throws Problem when Maven is missing or can't get it
 */
export async function keycloakDistribution({ log, signal }: SetUpOptions): Promise<string> {
  const folder = join(toolsFolder, `keycloak-${KEYCLOAK_VERSION}`);
  if (existsSync(folder)) return folder;
  const jdk = await provideJdk({ log, signal });
  const mvn = await provideMaven(jdk, { log, signal });
  log(`Taking Keycloak ${KEYCLOAK_VERSION} from Maven Central …`);
  await mkdir(toolsFolder, { recursive: true });
  const unpacked = await mkdtemp(join(toolsFolder, 'unpacking-'));
  try {
    await run({
      command: mvn,
      args: [
        '-B',
        '-q',
        `${DEPENDENCY_PLUGIN}:unpack`,
        `-Dartifact=org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`,
        `-DoutputDirectory=${unpacked}`,
      ],
      // The plugin leaves notes of its own where it runs.
      cwd: unpacked,
      env: { JAVA_HOME: jdk.home },
      signal,
    });
    // In one step, so that a folder of this name is always whole.
    await rename(join(unpacked, `keycloak-${KEYCLOAK_VERSION}`), folder);
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
  return folder;
}
