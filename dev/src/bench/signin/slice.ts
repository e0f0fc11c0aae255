import { setTimeout } from 'node:timers/promises';
import type { BenchRealm } from './bench-realm.ts';
import { type BenchUser, millisUntilCode, nextCode } from './bench-users.ts';
import { processCpuMillis } from './process-cpu.ts';
import { signIn, type StepMillis } from './sign-in.ts';
import type { TextSink } from './text-sink.ts';

/** What a few seconds of sign-ins of one kind have cost. */
export interface Slice {
  readonly kind: string;
  readonly seconds: number;
  readonly cpuMillis: number;
  readonly signIns: readonly StepMillis[];
}

export type Attempt = (realm: BenchRealm, user: BenchUser) => Promise<StepMillis>;

export interface SliceOptions {
  readonly realm: BenchRealm;
  /** Signs one user in, or throws. */
  readonly attempt: Attempt;
  /** The server's process id. */
  readonly pid: number;
  readonly workers: number;
  /** Ends at whichever comes first; the sign-ins that have begun are finished and counted. */
  readonly limit: { readonly millis: number; readonly signIns: number };
  readonly signal: AbortSignal | undefined;
}

/** Users of a realm in their order, and then from the beginning. */
const positions = new WeakMap<BenchRealm, number>();

export async function runSlice({ realm, attempt, pid, workers, limit, signal }: SliceOptions): Promise<Slice> {
  const signIns: StepMillis[] = [];
  const cpuBefore = processCpuMillis(pid);
  const begin = performance.now();
  let begun = 0;
  async function work(): Promise<void> {
    while (performance.now() - begin < limit.millis && begun < limit.signIns) {
      signal?.throwIfAborted();
      begun += 1;
      const user = nextUser(realm);
      const pause = millisUntilCode(user, Date.now());
      // A fast machine has all users signed in before the time of their codes is over.
      if (pause > 0) await setTimeout(pause, undefined, { signal });
      signIns.push(await attempt(realm, user));
    }
  }
  await Promise.all(Array.from({ length: workers }, work));
  return {
    kind: realm.kind.name,
    seconds: (performance.now() - begin) / 1000,
    cpuMillis: processCpuMillis(pid) - cpuBefore,
    signIns,
  };
}

function nextUser(realm: BenchRealm): BenchUser {
  const position = positions.get(realm) ?? 0;
  positions.set(realm, position + 1);
  return realm.users[position % realm.users.length] as BenchUser;
}

/** The whole way of a browser. */
export function inBrowser(sink: TextSink): Attempt {
  return (realm, user) => signIn({ ...user, realmUrl: realm.url, answer: answerOf(realm, user, sink) });
}

function answerOf({ kind }: BenchRealm, user: BenchUser, sink: TextSink) {
  switch (kind.factor) {
    case 'none':
      return undefined;
    case 'totp':
      return () => ({ otp: nextCode(user, Date.now()) });
    case 'sms':
      return () => ({ code: sink.lastCode(user.phoneNumber) });
  }
}
