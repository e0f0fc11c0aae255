import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadCorpus, type ScoreInput } from '../score.ts';

/** A picture with the texts that a reader should find in it. */
export interface QrCase {
  readonly file: string;
  /** What makes it hard, such as `inverted`. */
  readonly kind: string;
  /** In any order; none: nothing may be read. */
  readonly texts: readonly string[];
  /** Other lists that are right. */
  readonly alt?: readonly (readonly string[])[];
  /** What may be read where `texts` is empty. */
  readonly mayDecode?: readonly string[];
  /** Not counted. */
  readonly optional?: boolean;
  /** It is no picture. */
  readonly broken?: boolean;
}

/**
 * Reads the cases of a corpus, those that `only` selects by the beginning of a file's name or by kind.
 * @throws BadCorpus when there is no `expected.json`, it is none, or nothing is selected
 */
export function readQrCases({ corpusDir, only }: ScoreInput): readonly QrCase[] {
  const file = join(corpusDir, 'expected.json');
  const { cases } = parse(file);
  if (!Array.isArray(cases) || !cases.every(isCase)) throw new BadCorpus(`${file} holds no cases of QR pictures.`);
  const selected = cases.filter((one) => only === undefined || one.file.startsWith(only) || one.kind === only);
  if (selected.length === 0) throw new BadCorpus(`No picture of ${file} is selected${only ? ` by "${only}"` : ''}.`);
  return selected;
}

function parse(file: string): { readonly cases?: unknown } {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) ?? {}) as { readonly cases?: unknown };
  } catch (cause) {
    throw new BadCorpus(`The corpus has no readable expected.json: it should be at ${file}.`, { cause });
  }
}

function isCase(candidate: unknown): candidate is QrCase {
  const { file, kind, texts } = (candidate ?? {}) as Partial<Record<keyof QrCase, unknown>>;
  return typeof file === 'string' && typeof kind === 'string' && isTexts(texts);
}

function isTexts(candidate: unknown): boolean {
  return Array.isArray(candidate) && candidate.every((text) => typeof text === 'string');
}
