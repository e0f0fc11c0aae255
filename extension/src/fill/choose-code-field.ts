import { type CodeField, findCodeFields } from '../detect/code-field.ts';
import type { CodeKind } from '../detect/code-kind.ts';
import { asksForPhoneNumber } from '../detect/phone-field.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import { type PageFrame, topFrame } from './page-frame.ts';
import { pickedCodeField } from './picked-field.ts';

/** The page wants a code, but not one of an authenticator app. */
export type WantedElsewhere = `wants-${Exclude<CodeKind, 'totp'>}`;

/** Why a page has no field that Lifeguard could fill, whichever account it is. */
export type NoFieldReason =
  | 'no-access'
  | 'insecure-origin'
  | 'no-code-field'
  | 'cross-origin-frame'
  | 'several-code-fields'
  | 'wants-phone-number'
  | WantedElsewhere;

/** `origin` is the tab's, the frame has its own. */
export type ChosenField =
  | { readonly ok: true; readonly origin: string; readonly frame: PageFrame; readonly field: CodeField }
  | { readonly ok: false; readonly reason: NoFieldReason };

interface Candidate {
  readonly frame: PageFrame;
  readonly field: CodeField;
}

/** How much better a field must be than the next one to be meant without a word of the user. */
const CLEAR_LEAD = 1.5;

/**
 * The one field of a page that takes the code of an authenticator app: one of the tab's own origin before one in a frame
 * of another, whose origin then decides who may be filled. One that the user has named comes before all. A frame without
 * an origin of its own is never filled.
 */
export function chooseCodeField(frames: readonly PageFrame[]): ChosenField {
  const origin = topFrame(frames)?.origin;
  if (origin === undefined) return refuse('no-access');
  if (!isFillableOrigin(origin)) return refuse('insecure-origin');

  for (const frame of frames.filter((one) => one.origin === origin)) {
    const field = pickedCodeField(frame);
    if (field?.isFillable) return { ok: true, origin, frame, field };
  }

  const candidates = frames.flatMap((frame) =>
    findCodeFields(frame.signals).map((field): Candidate => ({ frame, field })),
  );
  const own = candidates.filter(({ frame }) => frame.origin === origin);
  const chosen = chooseClear(own);
  if (chosen === 'unclear') return refuse('several-code-fields');
  if (chosen !== undefined) return { ok: true, origin, ...chosen };

  const otherKind = own.map(({ field }) => field.kind).find((kind) => kind !== 'totp');
  if (otherKind !== undefined) return refuse(`wants-${otherKind}`);
  const framed = chooseClear(candidates.filter(({ frame }) => isFillableOrigin(frame.origin)));
  if (framed === 'unclear') return refuse('several-code-fields');
  if (framed !== undefined) return { ok: true, origin, ...framed };
  if (candidates.length > 0) return refuse('cross-origin-frame');
  const wantsNumber = frames.some((frame) => frame.origin === origin && asksForPhoneNumber(frame.signals));
  return refuse(wantsNumber ? 'wants-phone-number' : 'no-code-field');
}

/** The best field for an app's code; among equal ones of a document the one that has the focus. */
function chooseClear(candidates: readonly Candidate[]): Candidate | 'unclear' | undefined {
  const fillable = candidates
    .filter(({ field }) => field.kind === 'totp' && field.isFillable)
    .toSorted((one, other) => other.field.score - one.field.score || one.frame.frameId - other.frame.frameId);
  const focused = fillable.find(({ field }) => field.hasFocus);
  if (focused !== undefined) return focused;
  // A field that says it wants the app's code is meant, not one of which nothing is said.
  const said = fillable.filter(({ field }) => field.isKindSaid);
  const [best, next] = said.length > 0 ? said : fillable;
  if (best === undefined || next === undefined || next.frame !== best.frame) return best;
  return best.field.score - next.field.score >= CLEAR_LEAD ? best : 'unclear';
}

function refuse(reason: NoFieldReason): ChosenField {
  return { ok: false, reason };
}
