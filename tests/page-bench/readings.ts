import type { BrowserContext, Worker } from '@playwright/test';
import { enterContentWorld } from './content-world.ts';
import { pageCpu } from './cpu.ts';
import { type PagePath, READ_PAGES } from './pages.ts';

/** A page is warm after these; the first reading of all compiles the script. */
const WARM_UP = 3;

const IDLE = { expression: 'Promise.resolve(0)', awaitPromise: true, returnByValue: true };

interface Place {
  readonly context: BrowserContext;
  readonly worker: Worker;
  readonly extension: string;
  readonly origin: string;
  readonly rounds: number;
}

/** What reading each page costs it, and, right after each reading, what a call that does nothing costs the same page without the extension. */
export async function measureReadings(place: Place, tell: (run: object) => void): Promise<void> {
  for (const path of READ_PAGES) tell(await measurePage(path, place));
}

async function measurePage(path: PagePath, { context, worker, extension, origin, rounds }: Place): Promise<object> {
  const { page, session, cpu } = await openPage(context);
  const without = await openPage(context);
  await without.page.goto(`${origin}${path}`);
  const idle = () => without.session.send('Runtime.evaluate', IDLE);
  const world = await enterContentWorld({ page, session, worker }, extension, `${origin}${path}`);
  const first = await cpu.millisOf(world.read);
  for (let round = 0; round < WARM_UP; round += 1) await world.read();
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ read: await cpu.millisOf(world.read), without: await without.cpu.millisOf(idle) });
  }
  const fields = await world.read();
  await page.close();
  await without.page.close();
  return { kind: 'reading', path, fields, first, pairs };
}

async function openPage(context: BrowserContext) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Runtime.enable');
  return { page, session, cpu: await pageCpu(page, session) };
}
