import { splitBoxes } from './box-groups.ts';
import { type CodeKind, codeKind } from './code-kind.ts';
import { EVIDENCE } from './evidence.ts';
import { type FieldWords, fieldWordsIn } from './field-words.ts';
import type { FieldSignals, FrameSignals } from './frame-signals.ts';
import type { Reason } from './reason.ts';
import { SHAPE_VETOES, WORD_VETOES } from './vetoes.ts';

export interface CodeField {
  readonly kind: CodeKind;
  /** Handles of the input that takes the whole code, or of the boxes that take one character each, in order. */
  readonly boxes: readonly number[];
  readonly form: number;
  readonly score: number;
  /** What spoke for it. */
  readonly evidence: readonly Reason[];
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
  readonly against: readonly Reason[];
}

/** A sum of weights from here on makes a code field. */
export const ACCEPTED_SCORE = 3;
/** Codes have six digits, with few exceptions. */
const BOXES_WEIGHT = { six: 3, other: 2 } as const;

/** The fields of a frame that ask for a one-time code, of any kind, best first. */
export function findCodeFields(signals: FrameSignals): readonly CodeField[] {
  return candidatesIn(signals)
    .filter(({ words }) => !SHAPE_VETOES.some((veto) => veto.applies(words)))
    .map((candidate) => ({ candidate, weighed: weigh(candidate.words) }))
    .filter(({ candidate: { words }, weighed }) => weighed.isEnough && !WORD_VETOES.some((veto) => veto.applies(words)))
    .map(({ candidate, weighed }) => codeField(candidate, weighed, signals))
    .toSorted((one, other) => other.score - one.score);
}

/** Every field of a frame that a person could write into, with what speaks for and against it, in the order of the document. */
export function explain(signals: FrameSignals): readonly FieldExplanation[] {
  return candidatesIn(signals).map((candidate) => {
    const weighed = weigh(candidate.words);
    const vetoes = [...SHAPE_VETOES, ...WORD_VETOES].filter((veto) => veto.applies(candidate.words));
    const against = vetoes.map(({ evidence }) => evidence);
    const field = codeField(candidate, weighed, signals);
    const isCodeField = weighed.isEnough && against.length === 0;
    return {
      ...field,
      isCodeField,
      // Where the code would come from speaks for no field that takes none.
      evidence: isCodeField ? field.evidence : weighed.evidence,
      against: weighed.isEnough || against.length > 0 ? against : ['too-little'],
    };
  });
}

interface Candidate {
  readonly fields: readonly FieldSignals[];
  readonly words: FieldWords;
}

function candidatesIn(signals: FrameSignals): readonly Candidate[] {
  const { groups, singles } = splitBoxes(signals.fields.filter(isShown));
  const wordsOf = fieldWordsIn(signals);
  return [...groups, ...singles.map((single) => [single])].map((fields) => ({ fields, words: wordsOf(fields) }));
}

const NOT_WRITTEN = new Set([
  'checkbox',
  'radio',
  'submit',
  'button',
  'hidden',
  'image',
  'reset',
  'file',
  'range',
  'color',
]);

function isShown({ visibility, type }: FieldSignals): boolean {
  return visibility !== 'hidden' && !NOT_WRITTEN.has(type);
}

interface Weighed {
  readonly score: number;
  readonly isEnough: boolean;
  readonly evidence: readonly Reason[];
}

function weigh(words: FieldWords): Weighed {
  const { count } = words;
  const matching = EVIDENCE.filter((rule) => rule.applies(words));
  const boxesWeight = count === 6 ? BOXES_WEIGHT.six : BOXES_WEIGHT.other;
  const score = matching.reduce((sum, { weight }) => sum + weight, count > 1 ? boxesWeight : 0);
  const isNamed = matching.some(({ isShape }) => isShape !== true);
  return {
    score,
    isEnough: isNamed && score >= ACCEPTED_SCORE,
    evidence: [...matching.map(({ evidence }) => evidence), ...(count > 1 ? ([`boxes:${count}`] as const) : [])],
  };
}

function codeField({ fields, words }: Candidate, { score, evidence }: Weighed, { forms }: FrameSignals): CodeField {
  const form = forms[words.field.form];
  const verdict = codeKind(words, { factor: form?.factor ?? '', formText: form?.text ?? '' });
  return {
    kind: verdict.kind,
    boxes: fields.map(({ index }) => index),
    form: words.field.form,
    score,
    evidence: [...evidence, verdict.evidence],
    hasFocus: fields.some(({ hasFocus }) => hasFocus),
    isKindSaid: verdict.isSaid,
    // Some pages enable one box after the other.
    isFillable: words.field.access !== 'disabled',
  };
}
