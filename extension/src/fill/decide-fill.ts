import { chooseCodeField, type NoFieldReason } from './choose-code-field.ts';
import type { PageFrame } from './page-frame.ts';

export type FillRefusal = NoFieldReason | 'not-bound';

export type FillDecision =
  | { readonly ok: true; readonly documentId: string; readonly boxes: readonly number[] }
  | { readonly ok: false; readonly reason: FillRefusal };

/** Whether a page may have the code of an account that is bound to these origins, and which document gets it. */
export function decideFill(frames: readonly PageFrame[], boundOrigins: readonly string[]): FillDecision {
  const chosen = chooseCodeField(frames);
  if (!chosen.ok) return chosen;
  if (!boundOrigins.includes(chosen.origin)) return { ok: false, reason: 'not-bound' };
  return { ok: true, documentId: chosen.frame.documentId, boxes: chosen.field.boxes };
}
