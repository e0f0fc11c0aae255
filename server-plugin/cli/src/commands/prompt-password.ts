import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { OperatorError } from '../operator-error.ts';

/** Asks on the terminal and shows nothing of the answer. */
export async function promptPassword(user: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const interrupted = new AbortController();
  reader.once('SIGINT', () => interrupted.abort());
  reader.once('close', () => interrupted.abort());
  process.stderr.write(`Password of ${user}: `);
  try {
    return await reader.question('', { signal: interrupted.signal });
  } catch (error) {
    throw new OperatorError('usage', 'No password was given.', { cause: error });
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
