/** One measure of the product against a corpus: a folder of cases with their right answers. */
export interface Score {
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  /** The browsers that it can run in, the one that is taken by default first; absent: it needs none. */
  readonly browsers?: readonly string[];
  /** Whether it can take a part of the cases, evenly spread. */
  readonly takesSamples?: true;
  /** @throws BadCorpus when the folder doesn't hold what this score needs. */
  run(input: ScoreInput): ScoreResult | Promise<ScoreResult>;
}

export interface ScoreInput {
  readonly corpusDir: string;
  /** The tag that selects cases, by the beginning of an id or by words of what a case is about; absent: all of them. */
  readonly only: string | undefined;
  readonly browser?: string | undefined;
  /** 14: the first case, the 15th and so on; absent: all of them. */
  readonly every?: number | undefined;
}

export interface ScoreResult {
  readonly total: number;
  readonly right: number;
  readonly wrong: readonly WrongCase[];
  /** Measurements that are neither right nor wrong, with the unit in the name. */
  readonly figures: Readonly<Record<string, number>>;
  /** More for people, such as the figures of parts. */
  readonly lines?: readonly string[];
}

export interface WrongCase {
  readonly id: string;
  readonly why: string;
}

/** What was given as the corpus can't be scored. The message is one sentence for the person who gave it. */
export class BadCorpus extends Error {
  override readonly name = 'BadCorpus';
}
