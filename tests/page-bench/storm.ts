import type { BrowserContext, Page, Worker } from '@playwright/test';
import { type PageCpu, pageCpu } from './cpu.ts';
import { runContentScript } from './run-content-script.ts';

const SCRIPT = 'src/content/inline.iife.js';
const BATCHES = 100;
const IN_A_BATCH = 100;
/** The script looks when the page has come to rest; this is longer. */
const REST_MILLIS = 500;

interface StormPage {
  readonly page: Page;
  readonly cpu: PageCpu;
}

/** What 10,000 insertions cost a page with the script that watches for fields, and the same page without it. */
export async function measureStorm(
  { context, worker, url }: { readonly context: BrowserContext; readonly worker: Worker; readonly url: string },
  rounds: number,
): Promise<object> {
  const without = await open(context, url);
  const watched = await open(context, url);
  await runContentScript({ page: watched.page, worker }, SCRIPT);
  const pairs = [];
  for (let round = -1; round < rounds; round += 1) {
    const pair = { watched: await millisOfStorm(watched), without: await millisOfStorm(without) };
    // The first compiles what the others run.
    if (round >= 0) pairs.push(pair);
  }
  await watched.page.close();
  await without.page.close();
  return { kind: 'storm', pairs };
}

async function open(context: BrowserContext, url: string): Promise<StormPage> {
  const page = await context.newPage();
  await page.goto(url);
  return { page, cpu: await pageCpu(page, await context.newCDPSession(page)) };
}

function millisOfStorm({ page, cpu }: StormPage): Promise<number> {
  return cpu.millisOf(async () => {
    await page.evaluate(storm, [BATCHES, IN_A_BATCH] as const);
    await page.waitForTimeout(REST_MILLIS);
  });
}

async function storm([batches, inABatch]: readonly [number, number]): Promise<void> {
  const list = document.createElement('ul');
  // Where the browser lays nothing out, its work does not hide that of the script.
  list.hidden = true;
  document.body.append(list);
  for (let batch = 0; batch < batches; batch += 1) {
    for (let place = 0; place < inABatch; place += 1) {
      const item = document.createElement('li');
      item.textContent = `News ${batch}.${place}`;
      list.append(item);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  list.remove();
}
