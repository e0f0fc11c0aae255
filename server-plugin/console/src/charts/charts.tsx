import type { JSX } from 'preact';
import { layoutBars, layoutLine, layoutParts } from './bars.ts';
import { percentOf, roundCeiling } from './scale.ts';

/** How each chart tells its parts apart: a colour, and a pattern of its line. */
export type Tone = 'one' | 'two' | 'three' | 'four';

/** No chart holds text of its own: captions around it wrap, zoom and turn with the page. */
interface ChartProps {
  /** What a screen reader says in place of the picture; the numbers are in a table beside it. */
  readonly label: string;
}

/** How much of a limit is used. */
export function Meter({ label, value, limit }: ChartProps & { value: number; limit: number }): JSX.Element {
  const used = percentOf(value, limit);
  const level = used >= 100 ? 'full' : used >= 80 ? 'high' : 'low';
  return (
    <svg class={`meter meter-${level}`} role="img" aria-label={label} width="100%" height="14">
      <rect class="track" width="100%" height="100%" rx="7" />
      {used > 0 && <rect class="used" width={`${used}%`} height="100%" rx="7" />}
    </svg>
  );
}

/** Upright bars, such as one for each day. */
export function UprightBars({ label, values }: ChartProps & { values: readonly number[] }): JSX.Element {
  return (
    <svg class="upright" role="img" aria-label={label} width="100%" height="120">
      {[0, 50, 100].map((y) => (
        <line key={y} class="grid" x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
      ))}
      {layoutBars(values, roundCeiling(values)).map(({ x, y, width, height }, index) => (
        <rect key={index} class="bar" x={`${x}%`} y={`${y}%`} width={`${width}%`} height={`${height}%`} />
      ))}
    </svg>
  );
}

/** One bar of a list of bars. The words beside it say the same, so it is hidden from screen readers. */
export function LevelBar({ value, ceiling }: { value: number; ceiling: number }): JSX.Element {
  return (
    <svg class="level" aria-hidden="true" width="100%" height="10">
      <rect class="track" width="100%" height="100%" rx="2" />
      <rect class="bar" width={`${percentOf(value, ceiling)}%`} height="100%" rx="2" />
    </svg>
  );
}

export interface Part {
  readonly tone: Tone;
  readonly value: number;
}

/** The parts of a whole in one bar. */
export function PartsBar({ label, parts }: ChartProps & { parts: readonly Part[] }): JSX.Element {
  const places = layoutParts(parts.map(({ value }) => value));
  return (
    <svg class="parts" role="img" aria-label={label} width="100%" height="24">
      <rect class="track" width="100%" height="100%" rx="4" />
      {parts.map(({ tone }, index) => (
        <rect
          key={tone}
          class={`tone-${tone}`}
          x={`${places[index]?.x ?? 0}%`}
          width={`${places[index]?.width ?? 0}%`}
          height="100%"
        />
      ))}
    </svg>
  );
}

export interface Line {
  readonly tone: Tone;
  readonly values: readonly number[];
}

/** Lines over the same steps, on a scale from 0 to `ceiling`. */
export function Lines({
  label,
  lines,
  ceiling,
}: ChartProps & { lines: readonly Line[]; ceiling: number }): JSX.Element {
  return (
    <svg
      class="lines"
      role="img"
      aria-label={label}
      width="100%"
      height="120"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
    >
      {[0, 50, 100].map((y) => (
        <line key={y} class="grid" x1="0" x2="100" y1={y} y2={y} />
      ))}
      {lines.map(({ tone, values }) => (
        <polyline key={tone} class={`line-${tone}`} points={layoutLine(values, ceiling)} />
      ))}
    </svg>
  );
}
