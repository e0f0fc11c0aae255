import type { Box, FieldSignals } from './frame-signals.ts';

/** How many boxes for one character each make a field for a code. */
const COUNT = { min: 4, max: 8 } as const;
/** Nobody draws a box for one character wider than this, in CSS pixels. */
const MAX_WIDTH = 110;
/** A box is about as wide as it is high. */
const MAX_ASPECT = 2.4;

/**
 * Finds the rows of equal small boxes that together are one field, and what is left. It goes by geometry and the order of the
 * document: pages leave out limits, names and forms, or give each box the whole length.
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
  return { groups: runs.filter(isGroup), singles: runs.filter((run) => !isGroup(run)).flat() };
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
  return (
    isBox(first) &&
    isBox(field) &&
    first.type === field.type &&
    first.form === field.form &&
    isAlike(first.box, field.box) &&
    isNextTo(last.box, field.box)
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
