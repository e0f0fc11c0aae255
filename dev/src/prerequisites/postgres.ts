import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand, isExecutable } from './find-command.ts';
import { findOrInstall } from './find-or-install.ts';

/** Debian keeps the server's programs off the PATH, one folder for each version. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** The folder with the programs of the newest PostgreSQL server of this machine; undefined when there is none. */
export function findPostgres(): string | undefined {
  const onPath = findCommand(['initdb']);
  const folders = [
    ...debianVersions().map((version) => join(DEBIAN_FOLDER, version, 'bin')),
    ...(onPath === undefined ? [] : [dirname(onPath)]),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres', 'pg_isready'].every((name) => isExecutable(join(folder, name))),
  );
}

/**
 * Finds a PostgreSQL server, and installs it where it can.
 * @returns the folder of its programs
 * @throws Problem when there is none
 */
export async function providePostgres(options: SetUpOptions): Promise<string> {
  return findOrInstall(
    {
      find: findPostgres,
      packages: [['postgresql']],
      missing: 'PostgreSQL was not found: install its server (for example `apt-get install postgresql`).',
    },
    options,
  );
}

function debianVersions(): readonly string[] {
  if (!existsSync(DEBIAN_FOLDER)) return [];
  return readdirSync(DEBIAN_FOLDER).toSorted((one, other) => Number(other) - Number(one));
}
