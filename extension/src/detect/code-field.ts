import { ACCEPTED_SCORE, type FieldWords, RULES, VETOES } from './code-field.rules.ts';
import { type CodeKind, codeKind } from './code-kind.ts';
import type { FieldSignals, FrameSignals } from './frame-signals.ts';
import { attributeWords, plainText } from './words.ts';

export interface CodeField {
  readonly kind: CodeKind;
  /** Handles of the input that takes the whole code, or of the boxes that take one character each, in order. */
  readonly boxes: readonly number[];
  readonly form: number;
  readonly score: number;
  readonly evidence: readonly string[];
}

interface Scored {
  readonly words: FieldWords;
  readonly score: number;
  readonly evidence: readonly string[];
}

const BOXES = { min: 4, max: 8 } as const;

/** The fields of a frame that ask for a one-time code, of any kind, best first. */
export function findCodeFields(signals: FrameSignals): readonly CodeField[] {
  const eligible = signals.fields
    .map((field) => scored(field, signals))
    .filter(({ words }) => !VETOES.some((veto) => veto.applies(words)));
  const { groups, singles } = splitBoxes(eligible);
  return [...groups, ...singles.map((single) => [single])]
    .map((fields) => codeField(fields, signals))
    .filter(({ score }) => score >= ACCEPTED_SCORE)
    .toSorted((one, other) => other.score - one.score);
}

function scored(field: FieldSignals, signals: FrameSignals): Scored {
  const words: FieldWords = {
    field,
    own: attributeWords(field.name, field.id),
    label: plainText(field.label, field.placeholder),
    context: plainText(signals.heading, signals.forms[field.form]?.text ?? ''),
  };
  const matching = RULES.filter((rule) => rule.applies(words));
  return {
    words,
    score: matching.reduce((sum, { weight }) => sum + weight, 0),
    evidence: matching.map(({ evidence }) => evidence),
  };
}

/** Neighbours in one form that take a single character each are one field. */
function splitBoxes(fields: readonly Scored[]): { groups: Scored[][]; singles: Scored[] } {
  const runs: Scored[][] = [];
  for (const field of fields) {
    const run = runs.at(-1);
    const isNext = run !== undefined && isBox(field) && isBox(run[0]!) && formOf(field) === formOf(run[0]!);
    if (isNext) run.push(field);
    else runs.push([field]);
  }
  const isGroup = (run: readonly Scored[]): boolean => run.length >= BOXES.min && run.length <= BOXES.max;
  return { groups: runs.filter(isGroup), singles: runs.filter(({ length }) => length === 1).flat() };
}

function isBox({ words }: Scored): boolean {
  return words.field.maxLength === 1;
}

function formOf({ words }: Scored): number {
  return words.field.form;
}

function codeField(fields: readonly Scored[], signals: FrameSignals): CodeField {
  const best = fields.reduce((one, other) => (other.score > one.score ? other : one));
  const isGroup = fields.length > 1;
  return {
    kind: codeKind(best.words, signals.forms[formOf(best)]?.factor ?? ''),
    boxes: fields.map(({ words }) => words.field.index),
    form: formOf(best),
    score: best.score + (isGroup ? 2 : 0),
    evidence: isGroup ? [...best.evidence, `${fields.length} boxes for one character each`] : best.evidence,
  };
}
