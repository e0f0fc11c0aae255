import type { Label } from './label.ts';
import { isRight, type Outcome } from './outcome.ts';

export interface Judged {
  readonly label: Label;
  readonly outcome: Outcome;
}

/** The shares that the README of the corpus asks for, each with its sum: `recall`, `recallOf` and so on. */
export function figuresOf(judged: readonly Judged[]): Readonly<Record<string, number>> {
  const expected = (expect: Label['expect']) => judged.filter(({ label }) => label.expect === expect);
  const counted = (pages: readonly Judged[], ...verdicts: readonly Outcome['verdict'][]) =>
    pages.filter(({ outcome }) => verdicts.includes(outcome.verdict)).length;
  const toFill = expected('fill');
  const filled = judged.filter(
    ({ outcome }) => ['hit', 'partial', 'false-fill', 'hasty'].includes(outcome.verdict) || outcome.isWrong,
  );
  const kinds = judged.map(({ outcome }) => outcome.kinds);
  const kindsOf = sum(kinds.map(({ of }) => of));
  return {
    recall: share(counted(toFill, 'hit'), toFill.length),
    precision: share(
      filled.filter(({ outcome }) => outcome.verdict === 'hit' && !outcome.isWrong).length,
      filled.length,
    ),
    neverViolations: judged.filter(({ outcome }) => outcome.isWrong).length,
    nothingRight: share(counted(expected('nothing'), 'untouched'), expected('nothing').length),
    askRight: share(counted(expected('ask'), 'asked'), expected('ask').length),
    // Of every field for the detector alone; in a browser of the pages with one.
    ...(kindsOf > 0 && { kindsRight: share(sum(kinds.map(({ right }) => right)), kindsOf) }),
  };
}

/** Lines for people: captured and synthetic pages apart, and every tag that is not all right. */
export function linesOf(judged: readonly Judged[]): readonly string[] {
  const folders = [...new Set(judged.map(({ label }) => folderOf(label)))].filter((folder) => folder !== '');
  const tags = [...new Set(judged.flatMap(({ label }) => label.tags))].toSorted();
  return [
    ...folders.map((folder) => {
      const part = judged.filter(({ label }) => folderOf(label) === folder);
      const figures = Object.entries(figuresOf(part)).map(([name, value]) => `${name} ${value}`);
      return `${folder}: ${countRight(part)} right; ${figures.join('; ')}`;
    }),
    ...tags
      .map((tag) => ({ tag, part: judged.filter(({ label }) => label.tags.includes(tag)) }))
      .filter(({ part }) => !part.every(({ outcome }) => isRight(outcome)))
      .map(({ tag, part }) => `tag ${tag}: ${countRight(part)} right`),
  ];
}

function folderOf({ file }: Label): string {
  return file.slice(0, Math.max(file.indexOf('/'), 0));
}

function countRight(judged: readonly Judged[]): string {
  return `${judged.filter(({ outcome }) => isRight(outcome)).length} of ${judged.length}`;
}

/** With four digits; 1 of nothing is all of it. */
function share(count: number, of: number): number {
  return of === 0 ? 1 : Math.round((count / of) * 10_000) / 10_000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
