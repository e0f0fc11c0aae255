import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { type CDPSession, chromium } from '@playwright/test';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import { enterContentWorld } from './content-world.ts';
import { type PagePath, PAGES } from './pages.ts';

// Measures what reading pages costs their main thread, and prints a line of JSON for each page: the CPU milliseconds of a reading
// and, right after it, of a call that does nothing, for each of some rounds.

const BUILT = join(import.meta.dirname, '../../extension/dist/chrome');
/** A page is warm after these; the first reading of all compiles the script. */
const WARM_UP = 3;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const folder = await mkdtemp(join(tmpdir(), 'lifeguard-page-bench-'));
const extension = join(folder, 'extension');
await cp(BUILT, extension, { recursive: true });
// No gesture is made here that would grant the tab.
const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as object;
await writeFile(
  join(extension, 'manifest.json'),
  JSON.stringify({ ...manifest, host_permissions: ['http://localhost/*'] }),
);

await using site = await serveLoopbackSite(PAGES);
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: await provideChromium({ log: console.error }),
  args: [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  for (const path of Object.keys(PAGES) as PagePath[]) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Runtime.enable');
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const world = await enterContentWorld({ page, session, worker }, extension, `${site.origin}${path}`);
    const first = await cpuOf(session, world.read);
    for (let round = 0; round < WARM_UP; round += 1) await world.read();
    const pairs = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      pairs.push({ read: await cpuOf(session, world.read), idle: await cpuOf(session, world.idle) });
    }
    const fields = await world.read();
    console.log(JSON.stringify({ path, fields, first, pairs }));
    await page.close();
  }
} finally {
  await context.close();
  await rm(folder, { recursive: true, maxRetries: 10 });
}

/** The CPU time of the page's main thread, in milliseconds: what else the machine does is not in it. */
async function cpuOf(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const before = await taskSeconds(session);
  await work();
  return ((await taskSeconds(session)) - before) * 1000;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value;
}
