/** The time of a Keycloak in memory. */
export interface MemoryClock {
  /** Milliseconds since the epoch: what everything is dated and expires by. */
  now(): number;
  /** By which signatures are judged: their signers have a clock of their own, which no test moves. */
  signersNow(): number;
  advance(seconds: number): void;
}

/** Stands still between moves, for the signers too. */
export function standingClock(startInMillis = 1_700_000_000_000): MemoryClock {
  let now = startInMillis;
  return {
    now: () => now,
    signersNow: () => now,
    advance: (seconds) => {
      now += seconds * 1_000;
    },
  };
}

/** The machine's clock, and ahead of it by what a test moves. */
export function runningClock(): MemoryClock {
  let aheadInMillis = 0;
  return {
    now: () => Date.now() + aheadInMillis,
    signersNow: () => Date.now(),
    advance: (seconds) => {
      aheadInMillis += seconds * 1_000;
    },
  };
}
