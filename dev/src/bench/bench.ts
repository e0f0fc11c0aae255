import type { ScoreResult } from '../score/score.ts';
import type { SetUpOptions } from '../set-up-options.ts';

export interface BenchOptions extends SetUpOptions {
  /** How often a benchmark that measures several things by turns goes round. */
  readonly rounds: number;
  /** Whether passwords are hashed as Keycloak does by default, and not as cheaply as it can. */
  readonly defaultHash: boolean;
}

/** One measurement of speed or size, with a check that what was measured also did its work. */
export interface Bench {
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  readonly run: (options: BenchOptions) => Promise<ScoreResult>;
}
