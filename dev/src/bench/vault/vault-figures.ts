import { quantile } from '../signin/signin-figures.ts';

/** The milliseconds of each round with one number of accounts. */
export interface VaultRun extends Readonly<Record<string, number | readonly number[]>> {
  readonly accounts: number;
}

/** The median of each measurement and its highest value, such as `unlock1000Millis` and `unlock1000HighestMillis`. */
export function vaultFigures(runs: readonly VaultRun[]): Record<string, number> {
  return Object.fromEntries(
    runs.flatMap(({ accounts, ...measured }) =>
      Object.entries(measured).flatMap(([name, values]) => {
        const millis = [values].flat();
        return [
          [`${name}${accounts}Millis`, Math.round(quantile(millis, 0.5))],
          [`${name}${accounts}HighestMillis`, Math.round(Math.max(...millis))],
        ];
      }),
    ),
  ) as Record<string, number>;
}
