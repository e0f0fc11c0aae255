import { isFillableOrigin } from '../site/fillable-origin.ts';
import type { PageFrame } from './page-frame.ts';

/**
 * The origins of frames that a page shows and that could not be read: the browser leaves them out without a word when
 * the grant for the tab does not cover them.
 */
export function unseenOrigins(frames: readonly PageFrame[]): readonly string[] {
  const seen = new Set(frames.map(({ origin }) => origin));
  const shown = new Set(frames.flatMap(({ signals }) => signals.framedOrigins));
  return [...shown].filter((origin) => isFillableOrigin(origin) && !seen.has(origin));
}
