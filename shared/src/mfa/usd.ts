const MICRO_USD_PER_USD = 1_000_000;
const AMOUNT = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

/**
 * Reads an amount of money as people write it: `1`, `1.00`, `0.00645`. Prices of texts have up to five decimals, so money is counted in
 * whole millionths of a dollar; sums of those are exact.
 * @returns micro-USD, below 10^15; `undefined` for anything else, also for a sign, a currency or a comma
 */
export function parseUsd(text: string): number | undefined {
  const [, whole, fraction = ''] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole) * MICRO_USD_PER_USD + Number((fraction + '000000').slice(0, 6));
}

/** The amount in USD, with two decimals or as many as it has: `1.00`, `0.00645`. {@link parseUsd} reads it back. */
export function formatUsd(microUsd: number): string {
  const whole = Math.floor(microUsd / MICRO_USD_PER_USD);
  const fraction = ('000000' + String(microUsd % MICRO_USD_PER_USD)).slice(-6).replace(/0{1,4}$/, '');
  return `${whole}.${fraction}`;
}
