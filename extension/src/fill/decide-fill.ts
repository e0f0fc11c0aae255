import { type Binding, isBoundTo } from '../site/bound-origin.ts';
import { chooseCodeField, type NoFieldReason } from './choose-code-field.ts';
import type { PageFrame } from './page-frame.ts';

/** `needs-consent`: the field stands in a frame of a bound origin, within a page of another one. */
export type FillRefusal = NoFieldReason | 'not-bound' | 'needs-consent';

export type FillDecision =
  | { readonly ok: true; readonly documentId: string; readonly origin: string; readonly boxes: readonly number[] }
  | { readonly ok: false; readonly reason: FillRefusal };

/** What decides where the code of an account may go. */
export interface FillableAccount extends Binding {
  readonly frames: readonly { readonly origin: string; readonly within: string }[];
}

/** Whether a page may have the code of an account, and which document gets it. The origin of that document decides. */
export function decideFill(frames: readonly PageFrame[], account: FillableAccount): FillDecision {
  const chosen = chooseCodeField(frames);
  if (!chosen.ok) return chosen;
  const { origin, documentId } = chosen.frame;
  if (!isBoundTo(account, origin)) return { ok: false, reason: 'not-bound' };
  const isOwn = origin === chosen.origin;
  const isAllowed = account.frames.some((frame) => frame.origin === origin && frame.within === chosen.origin);
  if (!isOwn && !isAllowed) return { ok: false, reason: 'needs-consent' };
  return { ok: true, documentId, origin, boxes: chosen.field.boxes };
}
