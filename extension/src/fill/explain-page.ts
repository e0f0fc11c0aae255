import { ACCEPTED_SCORE, explain, type FieldExplanation } from '../detect/code-field.ts';
import type { CodeKind } from '../detect/code-kind.ts';
import type { FieldSignals } from '../detect/frame-signals.ts';
import type { Reason } from '../detect/reason.ts';
import { chooseCodeField, type NoFieldReason } from './choose-code-field.ts';
import { type PageFrame, topFrame } from './page-frame.ts';

/** Why a page's code field was found, or was not: every field, with what speaks for and against it. Nothing of it was typed by the user. */
export interface PageExplanation {
  /** Where the tab was. */
  readonly origin: string | undefined;
  readonly outcome: 'totp' | NoFieldReason;
  /** From this score on a field is taken for a code field. */
  readonly acceptedScore: number;
  /** The page and its frames, those without a field left out. */
  readonly documents: readonly DocumentExplanation[];
}

export interface DocumentExplanation {
  readonly origin: string;
  /** Best first. */
  readonly fields: readonly FieldVerdict[];
}

export interface FieldVerdict {
  /** What the page calls it; empty where it has no name at all. */
  readonly name: string;
  readonly verdict: 'chosen' | 'code-field' | 'no-code-field';
  /** Whose code it takes; of a code field. */
  readonly kind: CodeKind | undefined;
  readonly score: number;
  readonly evidence: readonly Reason[];
  readonly against: readonly Reason[];
}

const LONGEST_NAME = 80;

export function explainPage(frames: readonly PageFrame[]): PageExplanation {
  const chosen = chooseCodeField(frames);
  return {
    origin: topFrame(frames)?.origin,
    outcome: chosen.ok ? 'totp' : chosen.reason,
    acceptedScore: ACCEPTED_SCORE,
    documents: frames
      .map((frame) => ({
        origin: frame.origin,
        fields: explain(frame.signals)
          .toSorted((one, other) => other.score - one.score)
          .map((field) => {
            const isChosen = chosen.ok && chosen.frame === frame && chosen.field.boxes[0] === field.boxes[0];
            return verdictOf(field, { frame, isChosen });
          }),
      }))
      .filter(({ fields }) => fields.length > 0),
  };
}

function verdictOf(
  { boxes, kind, score, evidence, against, isCodeField }: FieldExplanation,
  { frame, isChosen }: { readonly frame: PageFrame; readonly isChosen: boolean },
): FieldVerdict {
  const signals = frame.signals.fields.find(({ index }) => index === boxes[0]);
  return {
    name: signals === undefined ? '' : nameOf(signals),
    verdict: isChosen ? 'chosen' : isCodeField ? 'code-field' : 'no-code-field',
    kind: isCodeField || isChosen ? kind : undefined,
    score,
    evidence,
    against,
  };
}

function nameOf({ label, placeholder, name, id }: FieldSignals): string {
  const found = [label, placeholder, name, id].find((text) => text.trim() !== '') ?? '';
  return found.trim().slice(0, LONGEST_NAME);
}
