import { buildJar } from '../../build/build-jar.ts';
import { type Keycloak, startKeycloak } from '../../keycloak/start-keycloak.ts';
import { RunningParts } from '../../process/running-parts.ts';
import type { Bench, BenchOptions } from '../bench.ts';
import { type BenchRealm, createBenchRealm } from '../signin/bench-realm.ts';
import type { PasswordHash } from '../signin/password-hash.ts';
import { signInFigures } from '../signin/signin-figures.ts';
import { type Attempt, runSlice, type Slice } from '../signin/slice.ts';
import { openForPrograms } from './api-client.ts';
import { COGNITO, DIRECT_GRANT } from './cognito-kinds.ts';
import { byCognitoApi, byDirectGrant } from './program-sign-in.ts';

/** Of each kind. A user has one TOTP code in 30 seconds: so many that a warm-up hardly waits for them. */
const USERS: Readonly<Record<PasswordHash, number>> = { cheap: 6_000, keycloak: 700 };
/**
 * A JVM compiles for good what has been called thousands of times. Keycloak's code is called by either kind and by many a request, the core's
 * functions mostly once in a request: before that they look several times as dear as they are on a server that is in use.
 */
const WARM_UP = { millis: 400_000, signIns: 20_000 };
const WORKERS = 2;
/**
 * Room for all users. Where there is less, Keycloak keeps those of the warm-up, which it has seen often, and loads every other one anew for
 * each request, which says something about the room and nothing about sign-ins.
 */
const CACHED_USERS = 50_000;
const SLICE_IN_MILLIS = 3_000;

/** Sign-ins of programs, by turns on one server: what the API costs beside Keycloak's own way with the same proofs. */
export const cognitoBench: Bench = {
  name: 'cognito',
  summary: "sign-ins by the Cognito API, and the server's CPU time for each against Keycloak's direct grant",
  // As realms have it: the question is what a sign-in costs.
  async run({ log, signal, hash = 'keycloak', rounds }) {
    const parts = new RunningParts();
    try {
      const jar = await buildJar({ verify: false, log, signal });
      const keycloak = await startKeycloak({
        home: 'bench',
        jars: [jar],
        production: true,
        options: ['--hostname-strict=false', `--cache-embedded-users-max-count=${CACHED_USERS}`],
        log,
        signal,
      });
      parts.add(keycloak.stop);
      log(`The password's hash: ${hash}.`);
      // Where the hash is cheap a server is warm sooner.
      const warming = await makeRuns(keycloak, 'cheap', log);
      const runs = hash === 'cheap' ? warming : await makeRuns(keycloak, hash, log);
      const common = { pid: keycloak.pid, workers: WORKERS, signal };
      log('Warming up …');
      for (const run of warming) await runSlice({ ...common, ...run, limit: WARM_UP });
      // Each user once, so that all are in the cache.
      const everybody = { millis: WARM_UP.millis, signIns: USERS[hash] };
      for (const run of runs) await runSlice({ ...common, ...run, limit: everybody });
      const passes: Slice[][] = [];
      for (let round = 1; round <= rounds; round += 1) {
        log(`Round ${round} of ${rounds} …`);
        // There and back: what drifts with time, drifts for and against both.
        for (const order of [runs, runs.toReversed()]) {
          const slices: Slice[] = [];
          for (const run of order)
            slices.push(await runSlice({ ...common, ...run, limit: { millis: SLICE_IN_MILLIS, signIns: Infinity } }));
          passes.push(slices);
        }
      }
      const total = passes.flat().reduce((count, { signIns }) => count + signIns.length, 0);
      const compared = { kind: COGNITO.name, against: DIRECT_GRANT.name };
      return { total, right: total, wrong: [], figures: signInFigures(passes, compared) };
    } finally {
      await parts.end();
    }
  },
};

interface Run {
  readonly realm: BenchRealm;
  readonly attempt: Attempt;
}

async function makeRuns(keycloak: Keycloak, hash: PasswordHash, log: BenchOptions['log']): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const [kind, attempt] of [
    [DIRECT_GRANT, byDirectGrant],
    [COGNITO, byCognitoApi],
  ] as const) {
    const realm = `bench-${kind.name}-${hash}`;
    log(`Making the realm ${realm} …`);
    const made = { keycloak, realm, kind, userCount: USERS[hash], hash };
    runs.push({ realm: await createBenchRealm(made), attempt });
    await openForPrograms(keycloak, realm, kind);
  }
  return runs;
}
