/** The smallest round number that is not below any of these: 1, 2 or 5 times a power of ten; 1 when all are 0. */
export function roundCeiling(values: readonly number[]): number {
  const largest = Math.max(0, ...values);
  if (largest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= largest) ?? 10;
  return step * power;
}

/** How much of a length a value takes, in percent from 0 to 100. */
export function percentOf(value: number, whole: number): number {
  if (whole <= 0) return 0;
  return Math.min(100, Math.max(0, (value / whole) * 100));
}
