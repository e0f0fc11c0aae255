import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A script in Python that answers one line of JSON with another. */
export interface PythonProcess {
  ask(request: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts a script of this folder; calls are answered one after the other. */
export function startPython(options: {
  readonly python: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}): PythonProcess {
  const { python, script, env } = options;
  const child = spawn(python, [join(import.meta.dirname, script)], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${script} has ended`);
      return JSON.parse(value);
    },
    async close() {
      const ended = once(child, 'close');
      child.stdin.end();
      await ended;
    },
  };
}

/** What both clients read in their environment; nothing of the machine's own settings. */
export function awsEnvironment(endpoint: {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}): Readonly<Record<string, string>> {
  return {
    HOME: '/nonexistent',
    AWS_ACCESS_KEY_ID: endpoint.accessKeyId,
    AWS_SECRET_ACCESS_KEY: endpoint.secretAccessKey,
    AWS_DEFAULT_REGION: endpoint.region,
    // What is answered with 500 has to be seen and not to be tried again.
    AWS_MAX_ATTEMPTS: '1',
    PYTHONIOENCODING: 'utf-8',
  };
}
