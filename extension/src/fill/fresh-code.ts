/** With less time left than this a code may expire before the site has checked it, so the next one is awaited. */
const MIN_TIME_LEFT_IN_MILLIS = 3000;

/** How long to wait at a moment until a code with enough time left can be made: 0 for at once. */
export function waitForFreshCode(validUntilInMillis: number, nowInMillis: number): number {
  const timeLeft = validUntilInMillis - nowInMillis;
  return timeLeft < MIN_TIME_LEFT_IN_MILLIS ? Math.max(timeLeft, 0) : 0;
}
