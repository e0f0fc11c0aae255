import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.ts';
import { readOutput } from '../process/run.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand, isExecutable } from './find-command.ts';
import { parseJavaVersion } from './java-version.ts';
import { installSystemPackages } from './system-packages.ts';

/** Keycloak 26 and the plugin's class files need it. */
const OLDEST_JAVA = 17;
const PACKAGES = ['openjdk-17-jdk-headless', 'openjdk-21-jdk-headless', 'openjdk-25-jdk-headless'];

export interface Jdk {
  /** What JAVA_HOME is to be. */
  readonly home: string;
  /** The feature release, for example 17. */
  readonly version: number;
}

/**
 * Finds a JDK of at least Java 17, and installs one where it can. The order is JAVA_HOME, the PATH, the usual folders.
 * @throws Problem when there is none
 */
export async function provideJdk(options: SetUpOptions): Promise<Jdk> {
  let seen = await readJdks(candidateHomes());
  if (chooseJdk(seen) === undefined && (await installSystemPackages([PACKAGES], options))) {
    seen = await readJdks(candidateHomes());
  }
  const chosen = chooseJdk(seen);
  if (chosen === undefined) throw new Problem(missingJdk(seen));
  const named = process.env['JAVA_HOME'];
  if (named !== undefined && named !== '' && realHome(named) !== chosen.home) {
    options.log(
      `JAVA_HOME (${named}) is no JDK ${OLDEST_JAVA} or newer: using ${chosen.home} (Java ${chosen.version}) instead.`,
    );
  }
  return chosen;
}

/** The first that is new enough: the candidates come in the order of the person's own choices. */
export function chooseJdk(candidates: readonly Jdk[]): Jdk | undefined {
  return candidates.find((jdk) => jdk.version >= OLDEST_JAVA);
}

/** Says in one sentence that there is no JDK, what was found instead, and what to do. */
export function missingJdk(tooOld: readonly Jdk[]): string {
  const found = tooOld.map((jdk) => `Java ${jdk.version} in ${jdk.home}`).join(' and ');
  const example = `for example \`apt-get install ${PACKAGES[0]}\``;
  const remedy = `install JDK ${OLDEST_JAVA} or newer (${example}) or set JAVA_HOME to one`;
  if (found === '') return `No JDK was found: ${remedy}.`;
  return `${found} ${tooOld.length === 1 ? 'is' : 'are'} too old: ${remedy}.`;
}

function candidateHomes(): readonly string[] {
  const named = process.env['JAVA_HOME'];
  const onPath = findCommand(['javac']);
  return [
    ...(named === undefined || named === '' ? [] : [named]),
    ...(onPath === undefined ? [] : [dirname(dirname(realpathSync(onPath)))]),
    ...foldersIn('/usr/lib/jvm'),
    ...foldersIn(join(homedir(), '.sdkman', 'candidates', 'java')),
    ...foldersIn('/Library/Java/JavaVirtualMachines').map((folder) => join(folder, 'Contents', 'Home')),
  ];
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}

/** Those that are JDKs and not mere run-time environments, each once. */
async function readJdks(homes: readonly string[]): Promise<readonly Jdk[]> {
  const distinct = [...new Set(homes.map(realHome))].filter((home) => isExecutable(join(home, 'bin', 'javac')));
  const jdks = await Promise.all(
    distinct.map(async (home) => {
      const output = await readOutput({ command: join(home, 'bin', 'java'), args: ['-version'] });
      return { home, version: parseJavaVersion(output ?? '') };
    }),
  );
  return jdks.flatMap(({ home, version }) => (version === undefined ? [] : [{ home, version }]));
}

function realHome(home: string): string {
  return existsSync(home) ? realpathSync(home) : home;
}
