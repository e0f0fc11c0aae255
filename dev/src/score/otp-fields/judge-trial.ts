import type { Label } from './label.ts';
import type { Outcome, Verdict } from './outcome.ts';

/** What happened on a page when the user asked the extension for the code. */
export interface Trial {
  readonly file: string;
  /** The codes that may have been given: the one of the moment, and the next. */
  readonly codes: readonly string[];
  readonly offered: boolean;
  readonly told: string;
  /** Whose code the popup said that the page wants; absent: it named none. */
  readonly shownKind?: string;
  /** Fields that hold something else than before; `target` -1: no code belongs there. */
  readonly changed: readonly { readonly target: number; readonly name: string; readonly value: string }[];
  /** What stands in the boxes of each target. */
  readonly values: readonly string[];
  /** What the page itself believes, where it can be asked. */
  readonly result?: { readonly code: string; readonly attrLeak?: boolean } | null | undefined;
}

/** Judges what a user would have seen, as the README of the corpus counts. */
export function judgeTrial(label: Label, trial: Trial): Outcome {
  const wrong = trial.changed.filter(
    ({ target, value }) => isForbidden(label, target) && holdsPartOf(trial.codes, value),
  );
  return {
    verdict: verdictOf(label, trial),
    isWrong: wrong.length > 0,
    kinds: kindsOf(label, trial),
    why: [
      trial.offered ? 'filled' : 'offered nothing',
      trial.told && `said "${trial.told}"`,
      ...wrong.map(({ name }) => `wrote into ${name}`),
    ]
      .filter(Boolean)
      .join('; '),
  };
}

/** A popup speaks of the page, so it is held to those that have one code field. */
function kindsOf({ targets }: Label, { shownKind }: Trial): Outcome['kinds'] {
  const [target] = targets;
  if (target === undefined || targets.length > 1) return { right: 0, of: 0 };
  const isRight = shownKind !== undefined && (target.kind === 'any' || target.kind === shownKind);
  return { right: isRight ? 1 : 0, of: 1 };
}

function verdictOf(label: Label, trial: Trial): Verdict {
  const isTouched = trial.changed.length > 0;
  if (label.expect === 'nothing') return isTouched ? 'false-fill' : 'untouched';
  if (label.expect === 'ask') return isTouched ? 'hasty' : 'asked';
  const entered = label.targets.flatMap(({ fill }, place) => (fill ? [trial.values[place] ?? ''] : []));
  const believed = trial.result ? [trial.result.code] : entered;
  if (believed.some((code) => isCode(code, label, trial))) return 'hit';
  return isTouched ? 'partial' : 'miss';
}

function isCode(text: string, { lossyZero }: Label, { codes, result }: Trial): boolean {
  if (result?.attrLeak === true) return false;
  return codes.some((code) => (lossyZero === true ? text !== '' && Number(text) === Number(code) : text === code));
}

function isForbidden({ targets }: Label, target: number): boolean {
  return targets[target]?.fill !== true;
}

/** A box for one character holds a part that is no code by itself. */
function holdsPartOf(codes: readonly string[], value: string): boolean {
  return value !== '' && codes.some((code) => code.includes(value) || value.includes(code));
}
