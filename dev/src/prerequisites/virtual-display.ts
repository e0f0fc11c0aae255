import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand } from './find-command.ts';
import { findOrInstall } from './find-or-install.ts';

/** What presses a browser's real toolbar button where there is no screen. */
export interface VirtualDisplay {
  readonly xvfb: string;
  readonly xdotool: string;
}

/**
 * Finds Xvfb and xdotool, and installs them where it can.
 * @throws Problem when one is missing
 */
export async function provideVirtualDisplay(options: SetUpOptions): Promise<VirtualDisplay> {
  return findOrInstall(
    {
      find: findVirtualDisplay,
      packages: [['xvfb'], ['xauth'], ['xdotool']],
      missing: 'Xvfb or xdotool was not found: install both (for example `apt-get install xvfb xauth xdotool`).',
    },
    options,
  );
}

function findVirtualDisplay(): VirtualDisplay | undefined {
  const xvfb = findCommand(['Xvfb']);
  const xdotool = findCommand(['xdotool']);
  return xvfb === undefined || xdotool === undefined ? undefined : { xvfb, xdotool };
}
