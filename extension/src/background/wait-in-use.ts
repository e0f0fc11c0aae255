/** Shorter than the shortest time until the lock. */
const EVERY_MILLIS = 20_000;
const MOST_MILLIS = 10 * 60_000;

interface Ports {
  /** Puts the automatic lock off. */
  readonly used: () => Promise<void>;
  readonly sleep: (millis: number) => Promise<void>;
}

/**
 * Waits for the user, who is busy in a window that is not ours: that counts as use, for ten minutes at most. What locks the vault at
 * once, such as the lock of the screen, still does.
 */
export async function waitInUse<Result>(work: Promise<Result>, { used, sleep }: Ports): Promise<Result> {
  const over = new AbortController();
  async function keepUsed(): Promise<void> {
    for (let slept = 0; !over.signal.aborted && slept < MOST_MILLIS; slept += EVERY_MILLIS) {
      await used();
      await sleep(EVERY_MILLIS);
    }
  }
  void keepUsed();
  try {
    return await work;
  } finally {
    over.abort();
  }
}
