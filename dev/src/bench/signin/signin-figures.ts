import { STEPS } from './sign-in.ts';
import type { Slice } from './slice.ts';

/** The numbers to print, by kind and then how the CPU of one kind compares with that of another. */
export function signInFigures(
  passes: readonly (readonly Slice[])[],
  compared: { readonly kind: string; readonly against: string },
): Record<string, number> {
  const slices = passes.flat();
  const figures: Record<string, number> = {};
  for (const kind of new Set(slices.map((slice) => slice.kind))) {
    const own = slices.filter((slice) => slice.kind === kind);
    const signIns = own.flatMap((slice) => slice.signIns);
    figures[`${kind}SignIns`] = signIns.length;
    figures[`${kind}PerSecond`] = rounded(signIns.length / sum(own.map(({ seconds }) => seconds)));
    figures[`${kind}CpuMillis`] = rounded(sum(own.map(({ cpuMillis }) => cpuMillis)) / signIns.length);
    for (const step of STEPS) {
      const millis = signIns.flatMap((signIn) => signIn[step] ?? []);
      if (millis.length === 0) continue;
      figures[`${kind}${capitalised(step)}P50InMillis`] = rounded(quantile(millis, 0.5));
      figures[`${kind}${capitalised(step)}P95InMillis`] = rounded(quantile(millis, 0.95));
    }
  }
  return { ...figures, ...cpuRatio(passes, compared) };
}

/**
 * Of the two slices of each pass, which ran one after the other: what else the machine did meets both alike. The ratio of all of them by their
 * sums is what is asked for; the interval says how far it can be trusted, since one pass may be far off.
 */
function cpuRatio(
  passes: readonly (readonly Slice[])[],
  { kind, against }: { readonly kind: string; readonly against: string },
): Record<string, number> {
  const ratios = passes.map((slices) => cpuPerSignIn(slices, kind) / cpuPerSignIn(slices, against));
  const all = passes.flat();
  const ratio = cpuPerSignIn(all, kind) / cpuPerSignIn(all, against);
  const margin = 1.96 * standardError(ratios);
  const name = `${kind}To${capitalised(against)}Cpu`;
  return {
    [`${name}Ratio`]: rounded(ratio, 3),
    [`${name}RatioFrom`]: rounded(ratio - margin, 3),
    [`${name}RatioTo`]: rounded(ratio + margin, 3),
    [`${name}MedianRatio`]: rounded(quantile(ratios, 0.5), 3),
    [`${name}LowestRatio`]: rounded(Math.min(...ratios)),
    [`${name}HighestRatio`]: rounded(Math.max(...ratios)),
    [`${name}Pairs`]: ratios.length,
  };
}

/** Of the mean: half of what 95 of 100 measurements like these would stay within is 1.96 times this. */
function standardError(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  const variance = sum(values.map((value) => (value - mean) ** 2)) / Math.max(values.length - 1, 1);
  return Math.sqrt(variance / values.length);
}

function cpuPerSignIn(slices: readonly Slice[], kind: string): number {
  const own = slices.filter((slice) => slice.kind === kind);
  return sum(own.map(({ cpuMillis }) => cpuMillis)) / sum(own.map(({ signIns }) => signIns.length));
}

/** The value below which that share of them lies; the mean of two where it falls between them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
  if (below === undefined || above === undefined) throw new RangeError('there are no values');
  return below + (above - below) * (position - Math.floor(position));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number, decimals = 2): number {
  return Number(value.toFixed(decimals));
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
