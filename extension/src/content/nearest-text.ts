import type { Box } from '../detect/frame-signals.ts';

/** How far a label stands from its field at most, in CSS pixels. */
const REACH = { beside: 260, above: 48 } as const;

/**
 * Which of some texts stands at a field like a label: on its row before it (after it, where the script runs from right to
 * left), or right above it. A text that another field is nearer to is that one's.
 * @returns the place of the text in its list
 */
export function nearestText(field: Box, texts: readonly Box[], others: readonly Box[]): number | undefined {
  let nearest: { readonly place: number; readonly distance: number } | undefined;
  for (const [place, text] of texts.entries()) {
    const distance = labelDistance(field, text);
    if (distance === undefined || (nearest !== undefined && nearest.distance <= distance)) continue;
    if (others.some((other) => (labelDistance(other, text) ?? Infinity) < distance)) continue;
    nearest = { place, distance };
  }
  return nearest?.place;
}

function labelDistance(field: Box, text: Box): number | undefined {
  if (text.width === 0 || text.height === 0) return undefined;
  const rows = shared(field.y, field.height, text.y, text.height);
  if (rows > Math.min(field.height, text.height) / 2) {
    const gap = Math.max(field.x - (text.x + text.width), text.x - (field.x + field.width));
    return gap >= -2 && gap <= REACH.beside ? Math.max(gap, 0) / 4 : undefined;
  }
  const gap = field.y - (text.y + text.height);
  const columns = shared(field.x, field.width, text.x, text.width);
  return gap >= -2 && gap <= REACH.above && columns > 0 ? Math.max(gap, 0) : undefined;
}

/** How much two stretches have in common. */
function shared(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}
