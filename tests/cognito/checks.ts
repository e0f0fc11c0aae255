import assert from 'node:assert/strict';
import { OperationError } from './clients/operations.ts';

/**
 * Asserts that a call is refused so.
 * @param message the whole text, or what it has to match
 */
export async function refused(call: Promise<unknown>, type: string, message: string | RegExp): Promise<void> {
  const answered = await call.then(
    (output) => ({ output }),
    (error: unknown) => error,
  );
  assert(answered instanceof OperationError, `${type} was expected, not ${describe(answered)}`);
  const seen = `${answered.type}: ${answered.message}`;
  assert.equal(answered.type, type, seen);
  if (typeof message === 'string') assert.equal(answered.message, message);
  else assert.match(answered.message, message);
}

function describe(value: unknown): string {
  return value instanceof Error ? String(value.stack) : JSON.stringify(value);
}
