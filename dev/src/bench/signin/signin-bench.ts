import { buildJar } from '../../build/build-jar.ts';
import { type Keycloak, startKeycloak } from '../../keycloak/start-keycloak.ts';
import { RunningParts } from '../../process/running-parts.ts';
import type { Bench, BenchOptions } from '../bench.ts';
import { type BenchRealm, createBenchRealm } from './bench-realm.ts';
import { inBrowser, runSlice, type Slice, type SliceOptions } from './slice.ts';
import type { PasswordHash } from './password-hash.ts';
import { signInFigures } from './signin-figures.ts';
import { SIGN_IN_KINDS } from './signin-kinds.ts';
import { startTextSink } from './text-sink.ts';

/** Each has one TOTP code in 30 seconds, and a machine may be fast. */
const USERS_PER_KIND = 2_000;
const WORKERS = 2;
/** A JVM that is still compiling makes whatever is not yet compiled look dear: the core's script costs five times as much then. */
const WARM_UP_PER_KIND = { millis: 60_000, signIns: 2_000 };
const SLICE_IN_MILLIS = 3_000;

/** Whole sign-ins over HTTP, of all kinds by turns on one server, so that a busy machine is busy for all of them. */
export const signInBench: Bench = {
  name: 'signin',
  summary: "whole browser sign-ins, and the server's CPU time for each",
  async run(options) {
    // Every kind pays for the hash alike.
    const { log, signal, hash = 'cheap', rounds } = options;
    const parts = new RunningParts();
    try {
      const jar = await buildJar({ verify: false, log, signal });
      const sink = await startTextSink();
      parts.add(async () => sink.close());
      const keycloak = await startKeycloak({
        home: 'bench',
        jars: [jar],
        production: true,
        options: ['--hostname-strict=false', `--spi-lifeguard-sms--webhook--url=${sink.url}`],
        log,
        signal,
      });
      parts.add(keycloak.stop);
      log(`The password's hash: ${hash}.`);
      const realms = await createRealms(keycloak, { log, hash });
      const common = { attempt: inBrowser(sink), pid: keycloak.pid, workers: WORKERS, signal };
      log('Warming up …');
      for (const realm of realms) await runSlice({ ...common, realm, limit: WARM_UP_PER_KIND });
      const passes = await measure(realms, { ...common, rounds, log });
      const total = passes.flat().reduce((count, { signIns }) => count + signIns.length, 0);
      return {
        total,
        right: total,
        wrong: [],
        figures: signInFigures(passes, { kind: 'lifeguardTotp', against: 'keycloakTotp' }),
      };
    } finally {
      await parts.end();
    }
  },
};

async function createRealms(
  keycloak: Keycloak,
  { log, hash }: Pick<BenchOptions, 'log'> & { readonly hash: PasswordHash },
): Promise<readonly BenchRealm[]> {
  const realms: BenchRealm[] = [];
  for (const kind of SIGN_IN_KINDS) {
    log(`Making the realm of ${kind.name} …`);
    realms.push(
      await createBenchRealm({
        keycloak,
        realm: `bench-${kind.name}`,
        kind,
        userCount: USERS_PER_KIND,
        hash,
      }),
    );
  }
  return realms;
}

type Common = Omit<SliceOptions, 'realm' | 'limit'> & Pick<BenchOptions, 'rounds' | 'log'>;

/** A round is two passes, there and back: what drifts with time, drifts for and against each kind. */
async function measure(realms: readonly BenchRealm[], { rounds, log, ...common }: Common): Promise<Slice[][]> {
  const passes: Slice[][] = [];
  for (let round = 1; round <= rounds; round += 1) {
    log(`Round ${round} of ${rounds} …`);
    for (const order of [realms, realms.toReversed()]) {
      const slices: Slice[] = [];
      for (const realm of order)
        slices.push(await runSlice({ ...common, realm, limit: { millis: SLICE_IN_MILLIS, signIns: Infinity } }));
      passes.push(slices);
    }
  }
  return passes;
}
