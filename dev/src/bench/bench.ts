import type { ScoreResult } from '../score/score.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import type { PasswordHash } from './signin/password-hash.ts';

export interface BenchOptions extends SetUpOptions {
  /** How often a benchmark that measures several things by turns goes round. */
  readonly rounds: number;
  /** Undefined for what the benchmark takes by itself. */
  readonly hash: PasswordHash | undefined;
}

/** One measurement of speed or size, with a check that what was measured also did its work. */
export interface Bench {
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  readonly run: (options: BenchOptions) => Promise<ScoreResult>;
}
