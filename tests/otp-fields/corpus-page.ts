import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is needed of a label of the corpus to show its page; the rest is for the one who counts. */
export interface CorpusPage {
  readonly file: string;
  /** The https origin that the page stands for. */
  readonly origin: string;
  readonly targets: readonly { readonly selectors: readonly string[]; readonly digits?: number }[];
  /** The account that the page shows. */
  readonly account?: string;
  readonly never: readonly string[];
  readonly prepare?: readonly { readonly click?: string; readonly wait?: number }[];
  readonly frames?: readonly { readonly file: string; readonly origin?: string }[];
}

/** The labels of a corpus, those of some files when these are given. */
export function readPages(corpus: string, files: readonly string[]): readonly CorpusPage[] {
  const pages = JSON.parse(readFileSync(join(corpus, 'labels.json'), 'utf8')) as readonly CorpusPage[];
  return files.length === 0 ? pages : pages.filter(({ file }) => files.includes(file));
}

/** What a page's server answers, by address without query: its own document and those of its frames. */
export function documentsOf(corpus: string, { file, origin, frames = [] }: CorpusPage): ReadonlyMap<string, string> {
  const documents = [{ file, origin }, ...frames.map((frame) => ({ origin, ...frame }))];
  return new Map(documents.map((document) => [`${document.origin}/${document.file}`, join(corpus, document.file)]));
}
