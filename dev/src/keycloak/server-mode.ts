import { findFreePort } from '../http/port.ts';

const LOOPBACK = '127.0.0.1';
/** Instead of `--db=dev-mem`, for which Keycloak would build the server anew after a start with a file. */
const IN_MEMORY = '--db-url=jdbc:h2:mem:keycloakdb;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0';

/** A database that several servers share. They find each other by it, and are one cluster. */
export interface SharedDatabase {
  readonly jdbcUrl: string;
  readonly username: string;
}

/** `memory`: every start begins with nothing; `file`: the server's home keeps it. Either is one server's own. */
export type Database = 'memory' | 'file' | SharedDatabase;

export interface ServerModeOptions {
  readonly database: Database;
  /** Whether the server runs as it would for an operator; the nodes of a cluster always do. */
  readonly production: boolean;
}

/** The command of `kc.sh`, and the options that say where the data is and who shares it. */
export async function serverMode({ database, production }: ServerModeOptions): Promise<readonly string[]> {
  const start = ['start', '--http-enabled=true'];
  if (typeof database === 'string') {
    const command = production ? start : ['start-dev'];
    return [...command, '--db=dev-file', ...(database === 'memory' ? [IN_MEMORY] : []), '--cache=local'];
  }
  return [
    ...start,
    '--db=postgres',
    `--db-url=${database.jdbcUrl}`,
    `--db-username=${database.username}`,
    '--db-password=not-asked-for',
    // A request that sends a text needs two connections at once; Keycloak's own ratio is 50 threads to 100 connections.
    '--http-pool-max-threads=20',
    '--db-pool-max-size=40',
    '--cache=ispn',
    // Else the cluster listens beyond the loopback address.
    `--cache-embedded-network-bind-address=${LOOPBACK}`,
    `--cache-embedded-network-bind-port=${await findFreePort()}`,
  ];
}
