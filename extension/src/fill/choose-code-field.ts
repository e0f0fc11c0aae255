import { type CodeField, findCodeFields } from '../detect/code-field.ts';
import type { CodeKind } from '../detect/code-kind.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import { type PageFrame, topFrame } from './page-frame.ts';

/** Why a page has no field that Lifeguard could fill, whichever account it is. */
export type NoFieldReason =
  | 'no-access'
  | 'insecure-origin'
  | 'no-code-field'
  | 'cross-origin-frame'
  | `wants-${Exclude<CodeKind, 'totp'>}`;

/** `origin` is the tab's, the frame has its own. */
export type ChosenField =
  | { readonly ok: true; readonly origin: string; readonly frame: PageFrame; readonly field: CodeField }
  | { readonly ok: false; readonly reason: NoFieldReason };

interface Candidate {
  readonly frame: PageFrame;
  readonly field: CodeField;
}

/**
 * The one field of a page that takes the code of an authenticator app: one of the tab's own origin before one in a frame
 * of another, whose origin then decides who may be filled. A frame without an origin of its own is never filled.
 */
export function chooseCodeField(frames: readonly PageFrame[]): ChosenField {
  const origin = topFrame(frames)?.origin;
  if (origin === undefined) return refuse('no-access');
  if (!isFillableOrigin(origin)) return refuse('insecure-origin');

  const candidates = frames.flatMap((frame) =>
    findCodeFields(frame.signals).map((field): Candidate => ({ frame, field })),
  );
  const own = candidates.filter(({ frame }) => frame.origin === origin);
  const [best] = own
    .filter(({ field }) => field.kind === 'totp')
    .toSorted((one, other) => other.field.score - one.field.score || one.frame.frameId - other.frame.frameId);
  if (best !== undefined) return { ok: true, origin, ...best };

  const otherKind = own.map(({ field }) => field.kind).find((kind) => kind !== 'totp');
  if (otherKind !== undefined) return refuse(`wants-${otherKind}`);
  const framed = candidates.find(({ frame, field }) => field.kind === 'totp' && isFillableOrigin(frame.origin));
  if (framed !== undefined) return { ok: true, origin, ...framed };
  return refuse(candidates.length > 0 ? 'cross-origin-frame' : 'no-code-field');
}

function refuse(reason: NoFieldReason): ChosenField {
  return { ok: false, reason };
}
