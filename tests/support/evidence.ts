import { randomUUID } from 'node:crypto';
import { appendFile, copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../.run/evidence');
const secrets = join(folder, 'secrets.txt');
const events = join(folder, 'events.jsonl');

/** Begins a run: nothing of an earlier one counts. */
export async function forgetEverything(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await appendFile(secrets, '');
  await appendFile(events, '');
}

/** Remembers a seed or a code that must not appear in any log line or event. */
export async function rememberSecret(secret: string): Promise<void> {
  await appendFile(secrets, `${secret}\n`);
}

/** Keeps the events of a realm, which go with it. */
export async function keepEvents(realmEvents: readonly unknown[]): Promise<void> {
  await appendFile(events, realmEvents.map((event) => `${JSON.stringify(event)}\n`).join(''));
}

/** Keeps the log of a server that a spec has started for itself; the next one with its home overwrites it. */
export async function keepLog(logFile: string): Promise<void> {
  await copyFile(logFile, join(folder, `${randomUUID()}.log`));
}

export interface Evidence {
  readonly secrets: readonly string[];
  readonly events: readonly string[];
  readonly logs: readonly string[];
}

/** All of it, line by line. */
export async function readEvidence(): Promise<Evidence> {
  const logFiles = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const logs = await Promise.all(logFiles.map((name) => readLines(join(folder, name))));
  return { secrets: [...new Set(await readLines(secrets))], events: await readLines(events), logs: logs.flat() };
}

async function readLines(file: string): Promise<readonly string[]> {
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
}
