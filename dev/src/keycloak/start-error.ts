import { Problem } from '../problem.ts';

const SHOWN_LINES = 15;
const STACK_FRAME = /^\s*(?:at |\.{3} \d+ (?:more|common))/;

/** Keycloak ended before it was ready. */
export class KeycloakStartError extends Problem {
  override readonly name = 'KeycloakStartError';
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  /** All that it printed. */
  readonly output: string;

  constructor({ exitCode, output, logFile }: { exitCode: number | undefined; output: string; logFile: string }) {
    super(
      `Keycloak did not start (exit status ${exitCode ?? 'none'}). Its log is ${logFile}.\n${tellingLines(output)}`,
    );
    this.exitCode = exitCode;
    this.output = output;
  }
}

/** What Keycloak says from its first error on, without stack frames, or else its last lines. */
export function tellingLines(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !STACK_FRAME.test(line));
  const firstError = lines.findIndex((line) => /\bERROR\b/.test(line));
  return (firstError === -1 ? lines.slice(-SHOWN_LINES) : lines.slice(firstError, firstError + SHOWN_LINES)).join('\n');
}
