import { splitBoxes } from './box-groups.ts';
import { type CodeKind, codeKind } from './code-kind.ts';
import { EVIDENCE } from './evidence.ts';
import { type FieldWords, fieldWords } from './field-words.ts';
import type { FieldSignals, FrameSignals } from './frame-signals.ts';
import { VETOES } from './vetoes.ts';

export interface CodeField {
  readonly kind: CodeKind;
  /** Handles of the input that takes the whole code, or of the boxes that take one character each, in order. */
  readonly boxes: readonly number[];
  readonly form: number;
  readonly score: number;
  /** What spoke for it, for people to read. */
  readonly evidence: readonly string[];
  readonly hasFocus: boolean;
  /** Whether words said of what kind it is. */
  readonly isKindSaid: boolean;
  /** One that is disabled isn't, but tells what the page wants. */
  readonly isFillable: boolean;
}

/** Why a field is taken for a code field, or isn't. */
export interface FieldExplanation extends CodeField {
  readonly isCodeField: boolean;
  /** What spoke against it. */
  readonly against: readonly string[];
}

/** A sum of weights from here on makes a code field. */
const ACCEPTED_SCORE = 3;
/** Codes have six digits, with few exceptions. */
const BOXES_WEIGHT = { six: 3, other: 2 } as const;

/** The fields of a frame that ask for a one-time code, of any kind, best first. */
export function findCodeFields(signals: FrameSignals): readonly CodeField[] {
  return explain(signals)
    .filter(({ isCodeField }) => isCodeField)
    .toSorted((one, other) => other.score - one.score);
}

/** Every field of a frame that a person could write into, with what speaks for and against it, in the order of the document. */
export function explain(signals: FrameSignals): readonly FieldExplanation[] {
  const { groups, singles } = splitBoxes(signals.fields.filter(isShown));
  return [...groups, ...singles.map((single) => [single])].map((fields) => explainField(fields, signals));
}

function isShown({ visibility, type }: FieldSignals): boolean {
  return (
    visibility !== 'hidden' && !['checkbox', 'radio', 'submit', 'button', 'hidden', 'image', 'reset'].includes(type)
  );
}

function explainField(fields: readonly FieldSignals[], signals: FrameSignals): FieldExplanation {
  const words = fieldWords(fields, signals);
  const isGroup = fields.length > 1;
  const matching = EVIDENCE.filter((rule) => rule.applies(words));
  const score = matching.reduce(
    (sum, { weight }) => sum + weight,
    isGroup ? (fields.length === 6 ? BOXES_WEIGHT.six : BOXES_WEIGHT.other) : 0,
  );
  const isNamed = matching.some(({ isShape }) => isShape !== true);
  const isEnough = isNamed && score >= ACCEPTED_SCORE;
  const against = VETOES.filter((veto) => veto.applies(words)).map(({ evidence }) => evidence);
  const { kind, evidence, isSaid } = kindOf(words, signals);
  return {
    kind,
    boxes: fields.map(({ index }) => index),
    form: words.field.form,
    score,
    evidence: [
      ...matching.map((rule) => rule.evidence),
      ...(isGroup ? [`${fields.length} boxes for one character each`] : []),
      evidence,
    ],
    // Some pages enable one box after the other.
    isFillable: words.field.access !== 'disabled',
    isKindSaid: isSaid,
    hasFocus: fields.some(({ hasFocus }) => hasFocus),
    isCodeField: against.length === 0 && isEnough,
    against: against.length > 0 || isEnough ? against : ['too little speaks for it'],
  };
}

function kindOf(words: FieldWords, signals: FrameSignals) {
  const form = signals.forms[words.field.form];
  return codeKind(words, { factor: form?.factor ?? '', formText: form?.text ?? '' });
}
