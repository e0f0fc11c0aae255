import { quantile } from '../signin/signin-figures.ts';

/** The CPU milliseconds of readings of one page. */
interface ReadingRun {
  readonly kind: 'reading';
  readonly path: string;
  /** How many fields were told of. */
  readonly fields: number;
  /** Of the first reading, which compiles the script. */
  readonly first: number;
  /** Readings, and right after each a call that does nothing in the same page without the extension. */
  readonly pairs: readonly { readonly read: number; readonly without: number }[];
}

/** The CPU milliseconds of a page in which very much is inserted, with the script that watches for fields and without. */
interface StormRun {
  readonly kind: 'storm';
  readonly pairs: readonly { readonly watched: number; readonly without: number }[];
}

/** The milliseconds from a field's appearance to the code in it; `without`: when the page writes something itself on the same call. */
interface FillRun {
  readonly kind: 'fill';
  readonly millis: readonly number[];
  readonly without: readonly number[];
}

export type PageRun = ReadingRun | StormRun | FillRun;

/** What the extension adds to each page, as a median with the lowest and the highest; times from a field to its code. */
export function pageFigures(runs: readonly PageRun[]): Record<string, number> {
  return Object.assign({}, ...runs.map(figuresOf)) as Record<string, number>;
}

function figuresOf(run: PageRun): Record<string, number> {
  switch (run.kind) {
    case 'reading': {
      const name = run.path.slice(1).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      const added = run.pairs.map(({ read, without }) => read - without);
      return { [`${name}FirstCpuMillis`]: rounded(run.first), ...spread(`${name}`, 'CpuMillis', added) };
    }
    case 'storm': {
      const without = run.pairs.map((pair) => pair.without);
      const added = run.pairs.map((pair) => pair.watched - pair.without);
      return { stormWithoutCpuMillis: rounded(quantile(without, 0.5)), ...spread('stormAdded', 'CpuMillis', added) };
    }
    case 'fill':
      return {
        ...spread('fieldToCode', 'Millis', run.millis),
        fieldToCodeWithoutMillis: rounded(quantile(run.without, 0.5)),
      };
  }
}

function spread(name: string, unit: string, values: readonly number[]): Record<string, number> {
  return {
    [`${name}${unit}`]: rounded(quantile(values, 0.5)),
    [`${name}Lowest${unit}`]: rounded(Math.min(...values)),
    [`${name}Highest${unit}`]: rounded(Math.max(...values)),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
