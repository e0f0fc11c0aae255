import { Problem } from '../problem.ts';
import { readOutput } from '../process/run.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand } from './find-command.ts';
import { findOrInstall } from './find-or-install.ts';
import type { Jdk } from './jdk.ts';

const HOW_TO_INSTALL = 'install Maven 3.8 or newer and put its `mvn` on the PATH (for example `apt-get install maven`)';

export interface MavenVersion {
  readonly major: number;
  readonly minor: number;
}

/**
 * Finds Maven 3.8 or newer, and installs it where it can.
 * @returns the path of `mvn`
 * @throws Problem when there is none
 */
export async function provideMaven(jdk: Jdk, options: SetUpOptions): Promise<string> {
  const mvn = await findOrInstall(
    {
      find: () => findCommand(['mvn']),
      packages: [['maven']],
      missing: `Maven was not found: ${HOW_TO_INSTALL}.`,
    },
    options,
  );
  const output = await readOutput({ command: mvn, args: ['-B', '-version'], env: { JAVA_HOME: jdk.home } });
  const version = parseMavenVersion(output ?? '');
  if (version === undefined) throw new Problem(`${mvn} does not say its version: ${HOW_TO_INSTALL}.`);
  if (!isRecentMaven(version))
    throw new Problem(`Maven ${version.major}.${version.minor} (${mvn}) is too old: ${HOW_TO_INSTALL}.`);
  return mvn;
}

/** Reads what `mvn -version` prints, with or without colours. */
export function parseMavenVersion(output: string): MavenVersion | undefined {
  const match = /Apache Maven (\d+)\.(\d+)/.exec(output);
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}

/** The pinned Maven plugins run on 3.8 and newer. */
export function isRecentMaven({ major, minor }: MavenVersion): boolean {
  return major > 3 || (major === 3 && minor >= 8);
}
