import type { SetUpOptions } from '../set-up-options.ts';
import { findCommand } from './find-command.ts';
import { findOrInstall } from './find-or-install.ts';

/**
 * Finds Firefox, and installs the ESR where it can.
 * @returns the path of its command
 * @throws Problem when there is none
 */
export async function provideFirefox(options: SetUpOptions): Promise<string> {
  return findOrInstall(
    {
      find: () => findCommand(['firefox-esr', 'firefox']),
      packages: [['firefox-esr', 'firefox']],
      missing: 'Firefox was not found: install it (for example `apt-get install firefox-esr`).',
    },
    options,
  );
}
