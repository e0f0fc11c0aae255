import { mkdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '../http/port.ts';
import { provideMoto } from '../prerequisites/moto.ts';
import { spawnServer } from '../process/server-process.ts';
import { runFolder } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';

const START_LIMIT_IN_MILLIS = 60_000;
const POLL_IN_MILLIS = 100;

/** What moto remembers of a text that was published to a phone number. It keeps no message attributes. */
interface MotoText {
  readonly phone_number: string;
  readonly message: string;
}

export interface Moto {
  /** With a slash at the end. */
  readonly url: string;
  readonly texts: () => Promise<readonly MotoText[]>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts moto, which speaks as AWS does, on the loopback address.
 * @throws Problem when it is not there and can't be installed
 */
export async function startMoto({ log, signal }: SetUpOptions): Promise<Moto> {
  const python = await provideMoto({ log, signal });
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/`;
  await mkdir(runFolder, { recursive: true });
  const logFile = join(runFolder, 'moto.log');
  const server = spawnServer({
    command: python,
    args: ['-m', 'moto.server', '--port', String(port)],
    logFile,
    env: process.env,
  });
  const deadline = performance.now() + START_LIMIT_IN_MILLIS;
  while (!(await answers(url))) {
    if (signal?.aborted === true || server.process.exitCode !== null || performance.now() > deadline) {
      await server.stop();
      signal?.throwIfAborted();
      throw new Error(`moto did not start:\n${readFileSync(logFile, 'utf8')}`);
    }
    await delay(POLL_IN_MILLIS);
  }
  return {
    url,
    stop: server.stop,
    async texts() {
      const data = (await (await fetch(`${url}moto-api/data.json`)).json()) as { sns?: { SMS?: readonly MotoText[] } };
      return data.sns?.SMS ?? [];
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}moto-api/data.json`)).ok;
  } catch {
    return false; // Nobody listens yet.
  }
}
