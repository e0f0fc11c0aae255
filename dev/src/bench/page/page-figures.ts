import { quantile } from '../signin/signin-figures.ts';

/** The CPU milliseconds of readings of one page. */
export interface PageRun {
  readonly path: string;
  /** How many fields were told of. */
  readonly fields: number;
  /** Of the first reading, which compiles the script. */
  readonly first: number;
  /** Readings, and right after each what a call costs that does nothing. */
  readonly pairs: readonly { readonly read: number; readonly idle: number }[];
}

/** For each page the median of what reading it adds to doing nothing, with the lowest and the highest. */
export function pageFigures(runs: readonly PageRun[]): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const { path, first, pairs } of runs) {
    const name = path.slice(1).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const added = pairs.map(({ read, idle }) => read - idle);
    figures[`${name}FirstCpuMillis`] = rounded(first);
    figures[`${name}CpuMillis`] = rounded(quantile(added, 0.5));
    figures[`${name}LowestCpuMillis`] = rounded(Math.min(...added));
    figures[`${name}HighestCpuMillis`] = rounded(Math.max(...added));
  }
  return figures;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
