import { percentOf } from './scale.ts';

/** A bar in percent of the chart's width and height, its origin at the top. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Of the place of a bar, what stays free beside it. */
const GAP = 0.2;

/** Upright bars side by side, of equal widths. */
export function layoutBars(values: readonly number[], ceiling: number): readonly Bar[] {
  const place = 100 / values.length;
  return values.map((value, index) => {
    const height = percentOf(value, ceiling);
    return { x: (index + GAP / 2) * place, y: 100 - height, width: place * (1 - GAP), height };
  });
}

/** Parts of one bar that follow each other. */
export function layoutParts(values: readonly number[]): readonly Pick<Bar, 'x' | 'width'>[] {
  const whole = values.reduce((sum, value) => sum + value, 0);
  let x = 0;
  return values.map((value) => {
    const part = { x, width: percentOf(value, whole) };
    x += part.width;
    return part;
  });
}

/** The points of a line over equal steps, in percent of width and height. A single value is a level line. */
export function layoutLine(values: readonly number[], ceiling: number): string {
  const points = values.length === 1 ? [values[0] ?? 0, values[0] ?? 0] : values;
  return points
    .map((value, index) => `${round((index / (points.length - 1)) * 100)},${round(100 - percentOf(value, ceiling))}`)
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
