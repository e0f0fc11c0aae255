import type { Pool } from '../connect.ts';
import { explainAdminError } from '../explain-error.ts';
import { OperatorError } from '../operator-error.ts';
import type { Change } from './change.ts';

/**
 * Makes the changes of a plan one after the other.
 * @param command what to run again when one fails
 * @throws {OperatorError} not-applied
 */
export async function applyChanges(pool: Pool, changes: readonly Change[], command: string): Promise<void> {
  for (const { what, apply } of changes) {
    try {
      await apply(pool);
    } catch (error) {
      const cause = explainAdminError(error, pool);
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new OperatorError(
        'not-applied',
        `Could not ${what}. ${reason} What was done before is kept; run ${command} again afterwards.`,
        { cause },
      );
    }
  }
}
