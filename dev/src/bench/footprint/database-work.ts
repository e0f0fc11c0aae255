import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Postgres } from '../../postgres/start-postgres.ts';
import { providePostgres } from '../../prerequisites/postgres.ts';
import type { SetUpOptions } from '../../set-up-options.ts';

/** What a PostgreSQL has done since it was started. */
export interface DatabaseWork {
  readonly inserts: number;
  readonly updates: number;
  readonly deletes: number;
  readonly commits: number;
  /** Bytes of the write-ahead log, which is what is flushed and replicated. */
  readonly walBytes: number;
}

const QUERY = `select (select sum(n_tup_ins) from pg_stat_user_tables), (select sum(n_tup_upd) from pg_stat_user_tables),
  (select sum(n_tup_del) from pg_stat_user_tables), (select xact_commit from pg_stat_database where datname = current_database()),
  pg_current_wal_lsn() - '0/0'::pg_lsn`;
/** Backends hand in their counts a second after they have become idle. */
const SETTLING_IN_MILLIS = 1_500;

/** Reads it when nothing moves any more: this very question is a commit, so that commits are not compared. */
export async function settledDatabaseWork(postgres: Postgres, options: SetUpOptions): Promise<DatabaseWork> {
  let before = await databaseWork(postgres, options);
  for (;;) {
    await delay(SETTLING_IN_MILLIS, undefined, { signal: options.signal });
    const now = await databaseWork(postgres, options);
    if (now.inserts === before.inserts && now.updates === before.updates && now.deletes === before.deletes) return now;
    before = now;
  }
}

async function databaseWork({ jdbcUrl, username }: Postgres, options: SetUpOptions): Promise<DatabaseWork> {
  const psql = join(await providePostgres(options), 'psql');
  const url = `${jdbcUrl.replace(/^jdbc:/, '').replace('//', `//${username}@`)}`;
  const { stdout } = await promisify(execFile)(psql, [url, '--no-align', '--tuples-only', '--command', QUERY]);
  const [inserts = 0, updates = 0, deletes = 0, commits = 0, walBytes = 0] = stdout.trim().split('|').map(Number);
  return { inserts, updates, deletes, commits, walBytes };
}
