import { buildJar } from '../../build/build-jar.ts';
import { findFreePort } from '../../http/port.ts';
import { startKeycloak } from '../../keycloak/start-keycloak.ts';
import { startPostgres } from '../../postgres/start-postgres.ts';
import { RunningParts } from '../../process/running-parts.ts';
import type { Bench } from '../bench.ts';
import { type BenchRealm, createBenchRealm } from '../signin/bench-realm.ts';
import { inBrowser, runSlice, type SliceOptions } from '../signin/slice.ts';
import { SIGN_IN_KINDS } from '../signin/signin-kinds.ts';
import { startTextSink } from '../signin/text-sink.ts';
import { cacheEntries } from './cache-entries.ts';
import { settledDatabaseWork } from './database-work.ts';
import { heapAfterCollection } from './heap.ts';

const USERS_PER_KIND = 1_500;
const WORKERS = 2;
const WARM_UP = { millis: 60_000, signIns: 1_000 };
const MEASURED = { millis: Infinity, signIns: 500 };

/** What one sign-in leaves behind and asks for: the figures from which a site is sized. */
export const footprintBench: Bench = {
  name: 'footprint',
  summary: 'CPU, heap, database writes and cache entries of one sign-in, on PostgreSQL',
  async run(options) {
    const { log, signal } = options;
    const parts = new RunningParts();
    try {
      const jar = await buildJar({ verify: false, log, signal });
      const postgres = await startPostgres({ log, signal });
      parts.add(postgres.stop);
      const sink = await startTextSink();
      parts.add(async () => sink.close());
      const managementPort = await findFreePort();
      const keycloak = await startKeycloak({
        home: 'footprint',
        node: 'one',
        jars: [jar],
        database: postgres,
        options: [
          '--hostname-strict=false',
          '--metrics-enabled=true',
          `--http-management-port=${managementPort}`,
          `--spi-lifeguard-sms--webhook--url=${sink.url}`,
        ],
        log,
        signal,
      });
      parts.add(keycloak.stop);
      const common: Omit<SliceOptions, 'realm' | 'limit'> = {
        attempt: inBrowser(sink),
        pid: keycloak.pid,
        workers: WORKERS,
        signal,
      };
      const metricsUrl = `http://127.0.0.1:${managementPort}/metrics`;
      const figures: Record<string, number> = {};
      const realms: BenchRealm[] = [];
      for (const kind of SIGN_IN_KINDS) {
        log(`Making and warming up ${kind.name} …`);
        const realm = await createBenchRealm({
          keycloak,
          realm: `bench-${kind.name}`,
          kind,
          userCount: USERS_PER_KIND,
          hash: 'cheap',
        });
        await runSlice({ ...common, realm, limit: WARM_UP });
        realms.push(realm);
      }
      for (const realm of realms) {
        const { kind } = realm;
        log(`Measuring ${kind.name} …`);
        const before = await look();
        const slice = await runSlice({ ...common, realm, limit: MEASURED });
        const after = await look();
        const each = (amount: number) => Math.round((amount / slice.signIns.length) * 100) / 100;
        figures[`${kind.name}CpuMillis`] = each(slice.cpuMillis);
        figures[`${kind.name}HeapBytes`] = each(after.heap - before.heap);
        for (const name of ['inserts', 'updates', 'deletes', 'walBytes'] as const) {
          figures[`${kind.name} database ${name}`] = each(after.database[name] - before.database[name]);
        }
        for (const [cache, entries] of Object.entries(after.caches)) {
          const made = each(entries - (before.caches[cache] ?? 0));
          if (made !== 0) figures[`${kind.name} cache ${cache}`] = made;
        }
      }
      async function look() {
        return {
          database: await settledDatabaseWork(postgres, { log, signal }),
          caches: await cacheEntries(metricsUrl),
          heap: await heapAfterCollection(keycloak.pid, { log, signal }),
        };
      }
      const total = SIGN_IN_KINDS.length * MEASURED.signIns;
      return { total, right: total, wrong: [], figures };
    } finally {
      await parts.end();
    }
  },
};
