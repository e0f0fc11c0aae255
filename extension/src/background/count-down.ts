export interface CountDownPorts {
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
  /** Shows the seconds on the toolbar button of a tab; `undefined` takes them away. */
  readonly showSeconds: (tabId: number, seconds: number | undefined) => Promise<void>;
}

/** Waits, with a count that the user sees even where no popup is open. */
export async function countDown(
  { tabId, millis }: { readonly tabId: number; readonly millis: number },
  { sleep, showSeconds }: Omit<CountDownPorts, 'now'>,
): Promise<void> {
  if (millis <= 0) return;
  const seconds = Math.ceil(millis / 1000);
  for (let second = seconds; second > 0; second -= 1) {
    await showSeconds(tabId, second);
    // The first one is the rest over whole seconds.
    await sleep(second === seconds ? millis - (seconds - 1) * 1000 : 1000);
  }
  await showSeconds(tabId, undefined);
}
