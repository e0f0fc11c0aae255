/** A page that waits for the next code of an account. */
interface Wait {
  readonly accountId: string;
  /** By the clock of this computer, in milliseconds since 1970. */
  readonly untilInMillis: number;
}

interface RunningWait {
  /** Whether the user wants no code of it any more. */
  isCancelled(): boolean;
  end(): void;
}

export interface Waits {
  /** The newest one of a tab. */
  in(tabId: number): Wait | undefined;
  begin(tabId: number, wait: Wait): RunningWait;
  /** Ends every wait of a tab. */
  cancel(tabId: number): void;
}

/** Who waits where, so that each surface can say it and end it. In memory: a background that ends takes its waits along. */
export function openWaits(): Waits {
  const running = new Map<number, readonly Wait[]>();
  const of = (tabId: number) => running.get(tabId) ?? [];
  return {
    in: (tabId) => of(tabId).at(-1),
    begin(tabId, wait) {
      const own = { ...wait };
      running.set(tabId, [...of(tabId), own]);
      return {
        isCancelled: () => !of(tabId).includes(own),
        end() {
          const others = of(tabId).filter((one) => one !== own);
          if (others.length > 0) running.set(tabId, others);
          else running.delete(tabId);
        },
      };
    },
    cancel: (tabId) => void running.delete(tabId),
  };
}
