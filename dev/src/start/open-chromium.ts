import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { provideChromium } from '../prerequisites/chromium.ts';
import { endProcessTree } from '../process/end-process-tree.ts';
import type { RunningParts } from '../process/running-parts.ts';
import { runFolder } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import type { Demo } from './start-demo.ts';

const END_GRACE_IN_MILLIS = 5_000;

export interface OpenChromiumOptions extends SetUpOptions {
  readonly demo: Demo;
  readonly running: RunningParts;
}

/** Opens Chromium in a profile of its own, with the extension loaded, on the demo's application. */
export async function openChromium({ demo, running, log, signal }: OpenChromiumOptions): Promise<void> {
  const obstacle = noDisplay(process.platform, process.env);
  if (obstacle !== undefined) return log(obstacle);
  const chromium = await provideChromium({ log, signal });
  if (basename(chromium).startsWith('google-chrome')) {
    return log('--open needs Chromium, because Google Chrome ignores --load-extension: load the extension by hand.');
  }
  const { pid } = spawn(
    chromium,
    [
      `--user-data-dir=${join(runFolder, 'chromium')}`,
      `--load-extension=${demo.extension.chromium}`,
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium's sandbox refuses to work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      demo.appUrl,
    ],
    { stdio: 'ignore' },
  );
  if (pid !== undefined) running.add(() => endProcessTree({ pid, graceInMillis: END_GRACE_IN_MILLIS }));
}

/** Why no window can be opened here, in one sentence. */
export function noDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (platform === 'darwin' || env['DISPLAY'] || env['WAYLAND_DISPLAY']) return undefined;
  return '--open needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set: load the extension by hand in a browser that has one.';
}
