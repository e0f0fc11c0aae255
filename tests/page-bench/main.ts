import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { chromium } from '@playwright/test';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import { measureFills } from './fills.ts';
import { PAGES } from './pages.ts';
import { measureReadings } from './readings.ts';
import { measureStorm } from './storm.ts';

// Measures in Chromium what the extension costs pages, and prints a line of JSON for each measurement.

const BUILT = join(import.meta.dirname, '../../extension/dist/chrome');

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
const rounds = Number(values.rounds);
const tell = (run: object): void => console.log(JSON.stringify(run));
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const place = { context, worker, extension, origin: site.origin, rounds };
  await measureReadings(place, tell);
  tell(await measureStorm({ context, worker, url: `${site.origin}/plain` }, rounds));
  tell(await measureFills({ context, url: `${site.origin}/empty` }, rounds));
} finally {
  await context.close();
  await rm(folder, { recursive: true, maxRetries: 10 });
}
