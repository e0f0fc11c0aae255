import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { provideChromium } from '@lifeguard/dev/prerequisites';
import { type DevtoolsPipe, devtoolsPipe } from './devtools-pipe.ts';

/** In milliseconds from the start of the navigation. */
interface FirstPaint {
  /** Until the page has painted its first content, and the browser can show it. */
  readonly painted: number;
  /** Until the browser has shown it. */
  readonly shown: number;
}

/**
 * Chromium as a person runs it: no debugger is attached to a page while it opens. Playwright attaches to every page, and
 * one of the extension paints ten milliseconds later by that.
 */
export interface UnwatchedChromium extends AsyncDisposable {
  /** Presses the toolbar button over the first tab. */
  openPopup(): Promise<FirstPaint>;
  /** Opens a file of the extension in a new tab. */
  openTab(path: string): Promise<FirstPaint>;
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** By then a page has painted, and rests. */
const PAINTED_AFTER_MILLIS = 600;
/** Between two pages, so that the end of one costs the next nothing. */
const REST_MILLIS = 300;

export async function startUnwatchedChromium(profile: string, extension: string): Promise<UnwatchedChromium> {
  const browser = spawn(
    await provideChromium({ log: console.error }),
    [
      '--headless',
      '--remote-debugging-pipe',
      '--no-first-run',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const exited = once(browser, 'exit');
  const pipe = devtoolsPipe(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  const targets = async () =>
    (await pipe.send<{ targetInfos: readonly Target[] }>('Target.getTargets', { filter: [{}] })).targetInfos;
  const worker = await waitFor(async () => (await targets()).find(({ type }) => type === 'service_worker'));
  const tab = await waitFor(async () => (await targets()).find(({ type }) => type === 'tab'));
  const page = (await targets()).find(({ type }) => type === 'page')!;

  async function paintIn(targetId: string): Promise<FirstPaint> {
    const painted = await waitFor(() => evaluate(pipe, targetId, `(${readFirstPaint})()`));
    await pipe.send('Target.closeTarget', { targetId });
    await delay(REST_MILLIS);
    return painted as FirstPaint;
  }

  return {
    async openPopup() {
      await pipe.send('Target.activateTarget', { targetId: page.targetId });
      await delay(REST_MILLIS);
      await pipe.send('Extensions.triggerAction', { id: new URL(worker.url).host, targetId: tab.targetId });
      await delay(PAINTED_AFTER_MILLIS);
      const popup = (await targets()).find(({ type, url }) => type === 'page' && url.endsWith('/popup/index.html'));
      if (popup === undefined) throw new Error('The popup did not open.');
      return paintIn(popup.targetId);
    },
    async openTab(path) {
      const { targetId } = await pipe.send<Target>('Target.createTarget', { url: new URL(path, worker.url).href });
      await delay(PAINTED_AFTER_MILLIS);
      return paintIn(targetId);
    },
    async [Symbol.asyncDispose]() {
      await pipe.send('Browser.close').catch(() => browser.kill());
      await exited;
    },
  };
}

async function evaluate(pipe: DevtoolsPipe, targetId: string, expression: string): Promise<unknown> {
  const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const evaluated = { expression, returnByValue: true };
  const { result } = await pipe.send<{ result: { value?: unknown } }>('Runtime.evaluate', evaluated, sessionId);
  return result.value;
}

async function waitFor<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(100);
  }
  throw new Error('Chromium did not get there within ten seconds.');
}

/** Runs in the page. @see https://w3c.github.io/paint-timing/#the-paint-timing-mixin */
function readFirstPaint(): FirstPaint | undefined {
  const [entry] = performance.getEntriesByName('first-contentful-paint') as (PerformanceEntry & PaintTimes)[];
  return entry && { painted: entry.paintTime, shown: entry.presentationTime };
}

interface PaintTimes {
  readonly paintTime: number;
  readonly presentationTime: number;
}
