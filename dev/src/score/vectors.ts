import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadCorpus, type ScoreInput } from './score.ts';

/** What every vector of a corpus has; `note` says what it is about, `source` where it comes from. */
export interface Vector {
  readonly id: string | number;
  readonly note?: string;
  readonly notes?: string;
  /** A text, or fields of texts. */
  readonly source?: unknown;
}

/** Where the vectors of a corpus are: a JSON file in its folder, and the list in that file. */
export interface VectorsPlace {
  readonly name: string;
  readonly list: string;
}

/**
 * Reads the vectors of a corpus, those that `only` selects.
 * @throws BadCorpus when the file is not there, it isn't one, or nothing is selected
 */
export function readVectors<Kind extends Vector>(
  { corpusDir, only }: ScoreInput,
  isVector: (candidate: unknown) => candidate is Kind,
  { name, list }: VectorsPlace = { name: 'vectors.json', list: 'vectors' },
): readonly Kind[] {
  const file = join(corpusDir, name);
  const candidates = readCorpusFile(corpusDir, name)[list];
  if (!Array.isArray(candidates)) throw new BadCorpus(`${file} has no list named "${list}".`);
  const selected: Kind[] = [];
  for (const [index, candidate] of candidates.entries()) {
    if (!isVector(candidate)) throw new BadCorpus(`Vector ${index + 1} of ${file} has not the form of one.`);
    if (only === undefined || isTagged(candidate, only)) selected.push(candidate);
  }
  if (selected.length === 0) throw new BadCorpus(`No vector of ${file} is selected${only ? ` by "${only}"` : ''}.`);
  return selected;
}

/** Whether a vector's id begins with the tag, or its note or source has the tag's words, one after the other. */
function isTagged({ id, note = '', notes = '', source = '' }: Vector, tag: string): boolean {
  return (
    String(id).startsWith(tag) || [note, notes, JSON.stringify(source)].some((text) => words(text).includes(words(tag)))
  );
}

// With a blank at both ends, so that no word is found inside a longer one.
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `;
}

/**
 * Reads a JSON file of a corpus.
 * @throws BadCorpus when it is not there or no JSON
 */
export function readCorpusFile(corpusDir: string, name: string): Readonly<Record<string, unknown>> {
  const file = join(corpusDir, name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BadCorpus(`The corpus has no readable ${name}: there is none at ${file}.`, { cause });
  }
  try {
    return Object(JSON.parse(text));
  } catch (cause) {
    throw new BadCorpus(`${file} is not JSON.`, { cause });
  }
}
