import { buildJar } from '../../build/build-jar.ts';
import { startKeycloak } from '../../keycloak/start-keycloak.ts';
import { RunningParts } from '../../process/running-parts.ts';
import type { Bench } from '../bench.ts';
import { type BenchRealm, createBenchRealm } from '../signin/bench-realm.ts';
import { signInFigures } from '../signin/signin-figures.ts';
import { type Attempt, runSlice, type Slice } from '../signin/slice.ts';
import { openForPrograms } from './api-client.ts';
import { COGNITO, DIRECT_GRANT } from './cognito-kinds.ts';
import { byCognitoApi, byDirectGrant } from './program-sign-in.ts';

/** One iteration, so that the hash, which both pay alike, does not hide what differs. */
const CHEAP_HASH = 'hashAlgorithm(pbkdf2-sha256) and hashIterations(1)';
/** Users of each kind, who have one TOTP code in 30 seconds each, and sign-ins before: a JVM that is still compiling makes whatever is not yet compiled look dear. */
const SIZES = {
  cheapHash: { users: 3_000, warmUp: { millis: 400_000, signIns: 4_000 } },
  defaultHash: { users: 700, warmUp: { millis: 150_000, signIns: 2_000 } },
};
const WORKERS = 2;
const SLICE_IN_MILLIS = 3_000;

/** Sign-ins of programs, by turns on one server: what the API costs beside Keycloak's own way with the same proofs. */
export const cognitoBench: Bench = {
  name: 'cognito',
  summary: "sign-ins by the Cognito API, and the server's CPU time for each against Keycloak's direct grant",
  async run({ log, signal, defaultHash, rounds }) {
    const parts = new RunningParts();
    try {
      const jar = await buildJar({ verify: false, log, signal });
      const keycloak = await startKeycloak({
        home: 'bench',
        jars: [jar],
        production: true,
        options: ['--hostname-strict=false'],
        log,
        signal,
      });
      parts.add(keycloak.stop);
      const passwordPolicy = defaultHash ? '' : CHEAP_HASH;
      const { users, warmUp } = defaultHash ? SIZES.defaultHash : SIZES.cheapHash;
      log(`The password's hash: ${defaultHash ? "Keycloak's default" : CHEAP_HASH}.`);
      const runs: { readonly realm: BenchRealm; readonly attempt: Attempt }[] = [];
      for (const [kind, attempt] of [
        [DIRECT_GRANT, byDirectGrant],
        [COGNITO, byCognitoApi],
      ] as const) {
        log(`Making the realm of ${kind.name} …`);
        const realm = await createBenchRealm({ keycloak, kind, userCount: users, passwordPolicy });
        await openForPrograms(keycloak, `bench-${kind.name}`, kind);
        runs.push({ realm, attempt });
      }
      const common = { pid: keycloak.pid, workers: WORKERS, signal };
      log('Warming up …');
      for (const run of runs) await runSlice({ ...common, ...run, limit: warmUp });
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
