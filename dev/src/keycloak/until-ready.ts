import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Server } from '../process/server-process.ts';
import { KeycloakStartError } from './start-error.ts';

const START_LIMIT_IN_MILLIS = 300_000;
const ANSWER_LIMIT_IN_MILLIS = 30_000;
const POLL_IN_MILLIS = 200;

export interface ReadinessOptions {
  readonly server: Server;
  /** An address that answers 200 when all is ready. */
  readonly probe: string;
  readonly logFile: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Waits until the server answers.
 * @throws KeycloakStartError when it ends instead
 */
export async function untilReady({ server, probe, logFile, signal }: ReadinessOptions): Promise<void> {
  const deadline = performance.now() + START_LIMIT_IN_MILLIS;
  while (!(await answers(probe, signal))) {
    signal?.throwIfAborted();
    const { exitCode, signalCode } = server.process;
    if (exitCode !== null || signalCode !== null) {
      throw new KeycloakStartError({ exitCode: exitCode ?? undefined, output: readFileSync(logFile, 'utf8'), logFile });
    }
    if (performance.now() > deadline)
      throw new Error(`Keycloak is not ready after ${START_LIMIT_IN_MILLIS} ms; its log is ${logFile}`);
    await delay(POLL_IN_MILLIS);
  }
}

async function answers(url: string, signal: AbortSignal | undefined): Promise<boolean> {
  const limit = AbortSignal.timeout(ANSWER_LIMIT_IN_MILLIS);
  try {
    const response = await fetch(url, { signal: signal === undefined ? limit : AbortSignal.any([signal, limit]) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // Nobody listens yet, or the caller, who looks at the signal, has given up.
  }
}
