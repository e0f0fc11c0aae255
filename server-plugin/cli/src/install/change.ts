import type { Pool } from '../connect.ts';

/** One step of a plan: what it does, in words for the operator, and how. */
export interface Change {
  readonly what: string;
  readonly apply: (pool: Pool) => Promise<void>;
}
