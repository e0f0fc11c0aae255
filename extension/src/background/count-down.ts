export interface CountDownPorts {
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
  /** Shows the seconds on the toolbar button of a tab; `undefined` takes them away. */
  readonly showSeconds: (tabId: number, seconds: number | undefined) => Promise<void>;
}

export interface CountDown {
  readonly tabId: number;
  readonly millis: number;
  /** Asked every second: the user may give up meanwhile. */
  readonly isStillMeant?: (() => Promise<boolean>) | undefined;
}

/** Waits, with a count that the user sees even where no popup is open. @returns whether it came to its end */
export async function countDown(
  { tabId, millis, isStillMeant = async () => true }: CountDown,
  { sleep, showSeconds }: Omit<CountDownPorts, 'now'>,
): Promise<boolean> {
  const seconds = Math.ceil(millis / 1000);
  let second = seconds;
  try {
    for (; second > 0 && (await isStillMeant()); second -= 1) {
      await showSeconds(tabId, second);
      // The first one is the rest over whole seconds.
      await sleep(second === seconds ? millis - (seconds - 1) * 1000 : 1000);
    }
  } finally {
    if (seconds > 0) await showSeconds(tabId, undefined);
  }
  return second <= 0;
}
