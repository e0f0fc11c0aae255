import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadCorpus, type ScoreInput } from '../score.ts';

/** A page of the corpus with its right answer, as the corpus's README defines it. */
export interface Label {
  readonly file: string;
  readonly origin: string;
  readonly targets: readonly Target[];
  /** `ask`: nothing may be filled before the user has confirmed. */
  readonly expect: 'fill' | 'nothing' | 'ask';
  readonly tags: readonly string[];
  /** The page drops a zero in front: its codes are compared as numbers. */
  readonly lossyZero?: boolean;
}

interface Target {
  readonly selectors: readonly string[];
  /** `any`: the page does not say. */
  readonly kind: 'totp' | 'sms' | 'email' | 'any';
  /** Whether a user who asks for the code of an authenticator app expects it here. */
  readonly fill: boolean;
}

/**
 * Reads the labels of a corpus, those that `only` selects: by a tag, or by the beginning of the file's path;
 * and of these, `every` so many one.
 * @throws BadCorpus when there is no `labels.json`, it isn't one, or nothing is selected
 */
export function readLabels({ corpusDir, only, every = 1 }: ScoreInput): readonly Label[] {
  const file = join(corpusDir, 'labels.json');
  let labels: unknown;
  try {
    labels = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new BadCorpus(`The corpus has no readable labels.json: ${file}.`, { cause });
  }
  if (!Array.isArray(labels) || !labels.every(isLabel)) throw new BadCorpus(`${file} is no list of labelled pages.`);
  const selected = labels.filter(
    ({ file: page, tags }) => only === undefined || tags.includes(only) || page.startsWith(only),
  );
  if (selected.length === 0) throw new BadCorpus(`No page of ${file} is selected${only ? ` by "${only}"` : ''}.`);
  return selected.filter((_, place) => place % every === 0);
}

function isLabel(candidate: unknown): candidate is Label {
  const { file, origin, targets, expect, tags } = Object(candidate) as Partial<Record<keyof Label, unknown>>;
  return (
    typeof file === 'string' &&
    typeof origin === 'string' &&
    Array.isArray(targets) &&
    Array.isArray(tags) &&
    ['fill', 'nothing', 'ask'].includes(String(expect))
  );
}
