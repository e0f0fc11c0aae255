import { browser } from '../browser.ts';

/** In milliseconds since 1970, by this device's clock. */
export function now(): number {
  return Date.now();
}

/** Chromium ends a background that did nothing for 30 seconds; a call of an API counts as doing something, a timer does not. */
const NAP_IN_MILLIS = 20_000;

/** Waits without an end of the background in between. */
export async function sleep(millis: number): Promise<void> {
  const end = now() + millis;
  for (let left = millis; left > 0; left = end - now()) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, NAP_IN_MILLIS)));
    await browser.runtime.getPlatformInfo();
  }
}
