import type { Box, FieldSignals } from './frame-signals.ts';

/** How many boxes for one character each make a field for a code. */
const COUNT = { min: 4, max: 8 } as const;
/** Nobody draws a box for one character wider than this, in CSS pixels. */
const MAX_WIDTH = 110;
/** A box is about as wide as it is high. */
const MAX_ASPECT = 2.4;

/**
 * Finds the equal small boxes that together are one field, in a row or wrapped on several, and what is left. It goes by geometry and
 * the order of the document: pages leave out limits, names and forms, or give each box the whole length.
 */
export function splitBoxes(fields: readonly FieldSignals[]): {
  readonly groups: readonly (readonly FieldSignals[])[];
  readonly singles: readonly FieldSignals[];
} {
  const runs: FieldSignals[][] = [];
  for (const field of fields) {
    const run = runs.at(-1);
    if (run !== undefined && continues(run, field)) run.push(field);
    else runs.push([field]);
  }
  const joined = joinWrapped(runs);
  return { groups: joined.filter(isGroup), singles: joined.filter((run) => !isGroup(run)).flat() };
}

type Row = readonly FieldSignals[];

/** Joins the rows that a narrow page has wrapped one field on; rows that are too many for one code are several. */
function joinWrapped(rows: readonly Row[]): readonly Row[] {
  const chains: Row[][] = [];
  for (const row of rows) {
    const chain = chains.at(-1);
    if (chain !== undefined && wraps(chain.at(-1)!, row)) chain.push(row);
    else chains.push([row]);
  }
  return chains.flatMap((chain) => (isGroup(chain.flat()) ? [chain.flat()] : chain));
}

/** Whether a row goes on with the one above: no longer than that, right below it, and with no words of its own before it. */
function wraps(above: Row, row: Row): boolean {
  const [first, next] = [above[0]!, row[0]!];
  if (row.length > above.length || !isOfOne(first, next)) return false;
  const gap = next.box.y - (first.box.y + first.box.height);
  if (gap < -2 || gap > Math.max(first.box.height * 0.8, 24)) return false;
  if (lettersOf(next.before) !== lettersOf(above.length > 1 ? above.at(-1)!.before : '')) return false;
  const [outer, inner] = [spanOf(above), spanOf(row)];
  const shifts = [
    inner.start - outer.start,
    inner.end - outer.end,
    (inner.start + inner.end - outer.start - outer.end) / 2,
  ];
  return shifts.some((shift) => Math.abs(shift) <= first.box.width / 4);
}

function spanOf(row: Row): { readonly start: number; readonly end: number } {
  return {
    start: Math.min(...row.map(({ box }) => box.x)),
    end: Math.max(...row.map(({ box }) => box.x + box.width)),
  };
}

/** Each box may have a number before it. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

function isGroup(run: readonly FieldSignals[]): boolean {
  if (run.length < COUNT.min || run.length > COUNT.max) return false;
  // One box may take the whole code, to spread it; the others say that they take a character.
  const limits = run.map(({ maxLength }) => maxLength).filter((maxLength) => maxLength > 0);
  return (
    limits.every((maxLength) => maxLength === 1) ||
    limits.filter((maxLength) => maxLength === 1).length >= limits.length - 1 ||
    limits.every((maxLength) => maxLength >= run.length)
  );
}

function continues(run: readonly FieldSignals[], field: FieldSignals): boolean {
  const [first] = run as readonly [FieldSignals];
  const last = run.at(-1)!;
  return isOfOne(first, field) && isNextTo(last.box, field.box);
}

function isOfOne(one: FieldSignals, other: FieldSignals): boolean {
  return (
    isBox(one) && isBox(other) && one.type === other.type && one.form === other.form && isAlike(one.box, other.box)
  );
}

function isBox({ box, maxLength }: FieldSignals): boolean {
  if (maxLength > 1 && maxLength < COUNT.min) return false;
  return box.width <= MAX_WIDTH && box.width <= box.height * MAX_ASPECT;
}

function isAlike(one: Box, other: Box): boolean {
  return Math.abs(one.width - other.width) <= one.width / 4 && Math.abs(one.height - other.height) <= one.height / 4;
}

/** In one row, with room for a dash between; rows run in either direction. */
function isNextTo(one: Box, other: Box): boolean {
  const gap = Math.max(other.x - (one.x + one.width), one.x - (other.x + other.width));
  return Math.abs(one.y - other.y) <= one.height / 2 && gap <= Math.max(one.width * 1.8, 48);
}
