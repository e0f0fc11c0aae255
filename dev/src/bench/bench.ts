import type { ScoreResult } from '../score/score.ts';
import type { SetUpOptions } from '../set-up-options.ts';

/** One measurement of speed or size, with a check that what was measured also did its work. */
export interface Bench {
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  readonly run: (options: SetUpOptions) => Promise<ScoreResult>;
}
