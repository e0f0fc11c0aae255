import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findFreePort } from '../http/port.ts';
import { providePostgres } from '../prerequisites/postgres.ts';
import { type Server, spawnServer } from '../process/server-process.ts';
import { runFolder } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { unprivilegedAccount } from './unprivileged-account.ts';

const USER = 'keycloak';
const START_LIMIT_IN_MILLIS = 60_000;
const POLL_IN_MILLIS = 100;
/** Nothing in it is worth a disk's time: it goes when the server ends. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=120'];

export interface Postgres {
  readonly jdbcUrl: string;
  readonly username: string;
  readonly logFile: string;
  /** Ends the server and removes its data. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts an empty PostgreSQL on the loopback address, for this run alone. Whoever can reach the address may use it.
 * @throws Problem when there is no PostgreSQL, or root has nobody to run it as
 */
export async function startPostgres({ log, signal }: SetUpOptions): Promise<Postgres> {
  const programs = await providePostgres({ log, signal });
  const account = await unprivilegedAccount();
  // Not below the work tree: where that is root's alone, the unprivileged user could not reach it.
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-postgres-'));
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  await promisify(execFile)(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username', USER, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
    { cwd: folder, ...account, signal },
  );
  await mkdir(runFolder, { recursive: true });
  const logFile = join(runFolder, 'postgres.log');
  const port = await findFreePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...SETTINGS];
  const server = spawnServer({
    command: join(programs, 'postgres'),
    args: ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    logFile,
    cwd: folder,
    account,
  });
  async function stop(): Promise<void> {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  try {
    await untilReady({ server, isReady: () => accepts(programs, port), logFile, signal });
  } catch (error) {
    await stop();
    throw error;
  }
  return { jdbcUrl: `jdbc:postgresql://127.0.0.1:${port}/postgres`, username: USER, logFile, stop };
}

interface Readiness {
  readonly server: Server;
  readonly isReady: () => Promise<boolean>;
  readonly logFile: string;
  readonly signal: AbortSignal | undefined;
}

async function untilReady({ server, isReady, logFile, signal }: Readiness): Promise<void> {
  const deadline = performance.now() + START_LIMIT_IN_MILLIS;
  while (!(await isReady())) {
    signal?.throwIfAborted();
    if (server.process.exitCode !== null || performance.now() > deadline)
      throw new Error(`PostgreSQL did not start:\n${readFileSync(logFile, 'utf8')}`);
    await delay(POLL_IN_MILLIS);
  }
}

async function accepts(programs: string, port: number): Promise<boolean> {
  const args = ['--host', '127.0.0.1', '--port', String(port), '--quiet'];
  return new Promise((resolve) => execFile(join(programs, 'pg_isready'), args, (error) => resolve(error === null)));
}
