import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideJdk } from '../prerequisites/jdk.ts';
import { provideMaven } from '../prerequisites/maven.ts';
import { run } from '../process/run.ts';
import { projectRoot } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { buildConsole, consoleInputs } from './build-console.ts';
import { buildCore, coreInputs } from './build-core.ts';
import { stampFolders } from './package-script.ts';
import { buildIfChanged } from './stamp.ts';

const OUTPUT = 'server-plugin/java/target/lifeguard.jar';
const INPUTS = [...coreInputs, ...consoleInputs, 'server-plugin/java'];

export interface BuildJarOptions extends SetUpOptions {
  /** Whether the Java tests run on the JAR. */
  readonly verify: boolean;
}

/**
 * Builds the plugin's JAR with the core and the console inside, unless nothing has changed since the last success.
 * @returns the path of the JAR
 */
export async function buildJar({ verify, log, signal }: BuildJarOptions): Promise<string> {
  await buildCore({ log, signal });
  await buildConsole({ log, signal });
  await buildIfChanged(
    {
      name: verify ? 'jar-verified' : 'jar-packaged',
      ...(verify ? {} : { includedIn: ['jar-verified'] }),
      inputs: INPUTS,
      outputs: [OUTPUT],
      build: async () => {
        const jdk = await provideJdk({ log, signal });
        const mvn = await provideMaven(jdk, { log, signal });
        log(verify ? 'Building and testing the plugin …' : 'Building the plugin …');
        await run({
          command: mvn,
          args: ['-B', '-q', ...(verify ? ['verify'] : ['package', '-DskipTests'])],
          cwd: join(projectRoot, 'server-plugin', 'java'),
          env: { JAVA_HOME: jdk.home },
          signal,
        });
        if (verify) log(`${completedTests()} Java tests passed on the JAR.`);
      },
    },
    stampFolders,
  );
  return join(projectRoot, OUTPUT);
}

/** Maven is told to be quiet, and then says nothing of tests that pass. */
function completedTests(): string {
  const summary = join(projectRoot, 'server-plugin/java/target/failsafe-reports/failsafe-summary.xml');
  return /<completed>(\d+)<\/completed>/.exec(readFileSync(summary, 'utf8'))?.[1] ?? 'No';
}
