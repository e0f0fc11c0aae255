import { createInterface } from 'node:readline/promises';
import { OperatorError } from '../operator-error.ts';

/**
 * Asks on the terminal for a yes.
 * @throws {OperatorError} usage: nobody is there to be asked
 */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new OperatorError('usage', 'Nobody is there to say yes: add --yes, or --dry-run to look only.');
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await reader.question(`${question} [y/N] `)).trim());
  } finally {
    reader.close();
  }
}
