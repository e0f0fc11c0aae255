import type { Box } from '../detect/frame-signals.ts';

/** The part of the window that a page is seen in, in CSS pixels. */
interface Window {
  readonly width: number;
  readonly height: number;
}

export interface PlaceInput {
  /** The field, or the first and last of its boxes. */
  readonly field: Box;
  readonly window: Window;
  readonly size: { readonly width: number; readonly height: number };
  readonly isRightToLeft: boolean;
}

const GAP = 4;
const MARGIN = 8;

/**
 * Where a chooser stands: below its field, else above, at the side where reading begins, whole within the window. `undefined`
 * while the field is out of sight, or where there is no room.
 */
export function chooserPlace({ field, window, size, isRightToLeft }: PlaceInput): Box | undefined {
  const isSeen =
    field.y + field.height > 0 && field.y < window.height && field.x + field.width > 0 && field.x < window.width;
  if (!isSeen) return undefined;
  const width = Math.min(size.width, window.width - 2 * MARGIN);
  const below = field.y + field.height + GAP;
  const above = field.y - GAP - size.height;
  const y = [below, above].find((top) => top >= MARGIN && top + size.height <= window.height - MARGIN);
  if (y === undefined || width <= 0) return undefined;
  const start = isRightToLeft ? field.x + field.width - width : field.x;
  const x = Math.max(MARGIN, Math.min(start, window.width - MARGIN - width));
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(size.height) };
}

/** The smallest box around others. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
