import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadCorpus, type ScoreInput } from './score.ts';

/** What every vector of a `vectors.json` has; `note` says what it is about, `source` where it comes from. */
export interface Vector {
  readonly id: string | number;
  readonly note?: string;
  readonly source?: string;
}

/**
 * Reads the vectors of a corpus, those that `only` selects.
 * @throws BadCorpus when there is no `vectors.json`, it isn't one, or nothing is selected
 */
export function readVectors<Kind extends Vector>(
  { corpusDir, only }: ScoreInput,
  isVector: (candidate: unknown) => candidate is Kind,
): readonly Kind[] {
  const file = join(corpusDir, 'vectors.json');
  const candidates = parseVectors(file);
  const selected: Kind[] = [];
  for (const [index, candidate] of candidates.entries()) {
    if (!isVector(candidate)) throw new BadCorpus(`Vector ${index + 1} of ${file} has not the form of one.`);
    if (only === undefined || isTagged(candidate, only)) selected.push(candidate);
  }
  if (selected.length === 0) throw new BadCorpus(`No vector of ${file} is selected${only ? ` by "${only}"` : ''}.`);
  return selected;
}

/** Whether a vector's id begins with the tag, or its note or source has the tag's words, one after the other. */
function isTagged({ id, note = '', source = '' }: Vector, tag: string): boolean {
  return String(id).startsWith(tag) || [note, source].some((text) => words(text).includes(words(tag)));
}

// With a blank at both ends, so that no word is found inside a longer one.
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `;
}

function parseVectors(file: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BadCorpus(`The corpus has no readable vectors.json: there is none at ${file}.`, { cause });
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new BadCorpus(`${file} is not JSON.`, { cause });
  }
  if (typeof document === 'object' && document !== null && 'vectors' in document && Array.isArray(document.vectors)) {
    return document.vectors;
  }
  throw new BadCorpus(`${file} has no list named "vectors".`);
}
