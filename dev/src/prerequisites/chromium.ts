import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand } from './find-command.ts';
import { findOrInstall } from './find-or-install.ts';

/**
 * Finds Chromium, and installs it where it can.
 * @returns the path of its command
 * @throws Problem when there is none
 */
export async function provideChromium(options: SetUpOptions): Promise<string> {
  return findOrInstall(
    {
      // Google's own builds come last: since version 137 they ignore --load-extension.
      find: () => findCommand(['chromium', 'chromium-browser', 'google-chrome']),
      packages: [['chromium', 'chromium-browser']],
      missing: 'Chromium was not found: install it (for example `apt-get install chromium`).',
    },
    options,
  );
}
