/** With less time left than this a code may expire before the site has checked it, so the next one is awaited. */
const MIN_TIME_LEFT_IN_MILLIS = 3000;

export interface CurrentCode {
  readonly validUntilInMillis: number;
  /** Whether another page has got it: a site takes each code once. */
  readonly isSpent: boolean;
}

/** How long to wait at a moment until a code that is worth filling can be made: 0 for at once. */
export function waitForFreshCode({ validUntilInMillis, isSpent }: CurrentCode, nowInMillis: number): number {
  const timeLeft = Math.max(validUntilInMillis - nowInMillis, 0);
  return isSpent || timeLeft < MIN_TIME_LEFT_IN_MILLIS ? timeLeft : 0;
}
