import { findCodeFields } from '../detect/code-field.ts';
import { chooseCodeField, type WantedElsewhere } from './choose-code-field.ts';
import { type PageFrame, topFrame } from './page-frame.ts';

/** The field that a chooser stands at, and what the page wants there if it is no code of an authenticator app. */
export interface InlineField {
  readonly frame: PageFrame;
  readonly boxes: readonly number[];
  readonly wants: 'totp' | WantedElsewhere;
}

/**
 * Where a chooser may stand: at a field of the page's own document, by the same choice as for a fill. Never within a frame, as nobody
 * there sees what the page around it does to the frame.
 */
export function inlineField(frames: readonly PageFrame[]): InlineField | undefined {
  const top = topFrame(frames);
  if (top === undefined) return undefined;
  const chosen = chooseCodeField(frames);
  if (chosen.ok) return chosen.frame === top ? { frame: top, boxes: chosen.field.boxes, wants: 'totp' } : undefined;
  const wanted = findCodeFields(top.signals).find(({ kind }) => chosen.reason === `wants-${kind}`);
  return wanted && { frame: top, boxes: wanted.boxes, wants: chosen.reason as WantedElsewhere };
}

/** The same frames as if the user were in this field, who has gone from there into its chooser. */
export function withFocusIn(
  frames: readonly PageFrame[],
  { documentId, field }: { readonly documentId: string; readonly field: number | undefined },
): readonly PageFrame[] {
  return frames.map((frame) => {
    if (frame.documentId !== documentId) return frame;
    const fields = frame.signals.fields.map((one) => ({ ...one, hasFocus: one.index === field }));
    return { ...frame, signals: { ...frame.signals, fields } };
  });
}
