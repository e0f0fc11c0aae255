import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
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

export async function readEvidence(): Promise<{
  readonly secrets: readonly string[];
  readonly events: readonly string[];
}> {
  return { secrets: [...new Set(await readLines(secrets))], events: await readLines(events) };
}

async function readLines(file: string): Promise<readonly string[]> {
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
}
