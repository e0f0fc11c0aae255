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

const MODULES = ['server-plugin/java', 'server-plugin/java-sns'];
const OUTPUT = 'server-plugin/java/target/lifeguard.jar';
const SNS_OUTPUT = 'server-plugin/java-sns/target/lifeguard-sns.jar';
const INPUTS = [...coreInputs, ...consoleInputs, 'server-plugin/pom.xml', ...MODULES];

export interface BuildJarOptions extends SetUpOptions {
  /** Whether the Java tests run on the JAR. */
  readonly verify: boolean;
}

/**
 * Builds the plugin's JAR with the core and the console inside, and the one of the SNS gateway, unless nothing has changed since the last
 * success.
 * @returns the path of the plugin's JAR
 */
export async function buildJar({ verify, log, signal }: BuildJarOptions): Promise<string> {
  await buildCore({ log, signal });
  await buildConsole({ log, signal });
  await buildIfChanged(
    {
      name: verify ? 'jar-verified' : 'jar-packaged',
      ...(verify ? {} : { includedIn: ['jar-verified'] }),
      inputs: INPUTS,
      outputs: [OUTPUT, SNS_OUTPUT],
      build: async () => {
        const jdk = await provideJdk({ log, signal });
        const mvn = await provideMaven(jdk, { log, signal });
        log(verify ? 'Building and testing the plugin …' : 'Building the plugin …');
        await run({
          command: mvn,
          args: ['-B', '-q', ...(verify ? ['verify'] : ['package', '-DskipTests'])],
          cwd: join(projectRoot, 'server-plugin'),
          env: { JAVA_HOME: jdk.home },
          signal,
        });
        if (verify) log(`${completedTests()} Java tests passed on the JARs.`);
      },
    },
    stampFolders,
  );
  return join(projectRoot, OUTPUT);
}

/** Maven is told to be quiet, and then says nothing of tests that pass. */
function completedTests(): number {
  const completed = MODULES.map((module) => {
    const summary = readFileSync(join(projectRoot, module, 'target/failsafe-reports/failsafe-summary.xml'), 'utf8');
    return Number(/<completed>(\d+)<\/completed>/.exec(summary)?.[1] ?? 0);
  });
  return completed.reduce((sum, count) => sum + count, 0);
}
