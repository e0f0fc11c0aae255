const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Why a command ended early; the shell's exit status for it is 128 plus the signal's number. */
export class EndedBySignal extends Error {
  override readonly name = 'EndedBySignal';
  readonly signalName: (typeof SIGNALS)[number];

  constructor(signalName: (typeof SIGNALS)[number]) {
    super(`ended by ${signalName}`);
    this.signalName = signalName;
  }
}

/**
 * A lifetime that ends when somebody ends this process: by Ctrl-C, by `kill`, by closing the terminal. From then on further signals
 * change nothing, because wrappers pass on what the terminal has sent already; what was started must be ended by whoever
 * started it.
 */
export function endOnSignal(): AbortSignal {
  const lifetime = new AbortController();
  for (const name of SIGNALS) process.on(name, () => lifetime.abort(new EndedBySignal(name)));
  return lifetime.signal;
}
