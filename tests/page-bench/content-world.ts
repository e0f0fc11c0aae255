import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page, Worker } from '@playwright/test';
import { runContentScript } from './run-content-script.ts';

const SCRIPT = 'src/content/lifeguard.iife.js';

/** The content script of the built extension in its own world of a page, asked without the background. */
export interface ContentWorld {
  /** Reads the page once. @returns how many fields were told of */
  read(): Promise<number>;
}

export async function enterContentWorld(
  { page, session, worker }: { readonly page: Page; readonly session: CDPSession; readonly worker: Worker },
  extension: string,
  url: string,
): Promise<ContentWorld> {
  const entered = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
  });
  await page.goto(url);
  await runContentScript({ page, worker }, SCRIPT);
  const contextId = await entered;

  async function run(expression: string): Promise<number> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
    return Number(result.value);
  }

  // Once more, with an API that hands over what is told; the real one sees shadow roots.
  await run(`delete globalThis[Symbol.for('lifeguard reads and fills')];
    globalThis.bench = {};
    ((real) => ((chrome) => {${readFileSync(join(extension, SCRIPT), 'utf8')}})({
      dom: real.dom,
      runtime: {
        onMessage: { addListener: (listener) => (bench.listener = listener) },
        sendMessage: async ({ input }) => bench.told(input.signals.fields.length),
      },
    }))(chrome); 0`);
  return {
    read: () =>
      run(`new Promise((told) => {
        bench.told = told;
        bench.listener({ name: 'readFrame', input: { request: '', depth: 'likely' } }, {}, () => {});
      })`),
  };
}
