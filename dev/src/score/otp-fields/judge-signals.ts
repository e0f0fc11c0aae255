import { chooseCodeField, type ChosenField } from '@lifeguard/extension/choose-code-field';
import { type CodeField, findCodeFields } from '@lifeguard/extension/code-field';
import { parseFrameSignals } from '@lifeguard/extension/parse-frame-signals';
import type { Label } from './label.ts';
import type { Outcome } from './outcome.ts';

interface FieldPlace {
  readonly frame: number;
  readonly field: number;
}

/** What the content script tells of the documents of a page, the top one first, and where the targets of its label are. */
export interface CapturedPage {
  readonly file: string;
  readonly frames: readonly { readonly origin: string; readonly signals: unknown }[];
  readonly targets: readonly (readonly FieldPlace[])[];
}

/** Judges the detector alone: which field it would have filled, and what kind it takes each for. */
export function judgeSignals(label: Label, page: CapturedPage): Outcome {
  const frames = page.frames.map(({ origin, signals }, frameId) => ({
    frameId,
    documentId: String(frameId),
    origin,
    signals: parseFrameSignals(signals),
  }));
  const chosen = chooseCodeField(frames);
  const found = frames.map(({ signals }) => findCodeFields(signals));
  const rightKinds = label.targets.filter(({ kind }, place) => {
    const target = page.targets[place] ?? [];
    const field = found[target[0]?.frame ?? -1]?.find(({ boxes }) => isSame(boxes, target));
    return field !== undefined && (kind === 'any' || kind === field.kind);
  });
  return {
    ...verdictOf(label, page, chosen),
    kinds: { right: rightKinds.length, of: label.targets.length },
    why: chosen.ok ? `chose ${describe(chosen.field)}` : chosen.reason,
  };
}

function verdictOf(label: Label, page: CapturedPage, chosen: ChosenField): Pick<Outcome, 'verdict' | 'isWrong'> {
  // A frame of another origin is filled when the user has said so.
  const fills = chosen.ok && chosen.frame.origin === chosen.origin;
  if (!fills) {
    const asks = chosen.ok || ['several-code-fields', 'cross-origin-frame'].includes(chosen.reason);
    const verdicts = { fill: 'miss', nothing: 'untouched', ask: asks ? 'asked' : 'not-asked' } as const;
    return { verdict: verdicts[label.expect], isWrong: false };
  }
  const isTarget = label.targets.some(({ fill }, place) => {
    const target = page.targets[place] ?? [];
    return fill && target[0]?.frame === chosen.frame.frameId && isSame(chosen.field.boxes, target);
  });
  const verdicts = { fill: isTarget ? 'hit' : 'miss', nothing: 'false-fill', ask: 'hasty' } as const;
  return { verdict: verdicts[label.expect], isWrong: !isTarget };
}

function isSame(boxes: readonly number[], target: readonly FieldPlace[]): boolean {
  return boxes.length === target.length && boxes.every((box, place) => box === target[place]!.field);
}

function describe({ kind, score, evidence }: CodeField): string {
  return `a field for ${kind} with ${score}: ${evidence.join(', ')}`;
}
