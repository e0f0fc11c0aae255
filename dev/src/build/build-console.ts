import type { SetUpOptions } from '../set-up-options.ts';
import { commonInputs, runBuildScript, stampFolders } from './package-script.ts';
import { buildIfChanged } from './stamp.ts';

export const consoleInputs: readonly string[] = [
  ...commonInputs,
  'shared',
  'server-plugin/cli',
  'server-plugin/console',
];

/** Builds the operator's page that the JAR holds, unless nothing has changed. */
export async function buildConsole({ log, signal }: SetUpOptions): Promise<void> {
  await buildIfChanged(
    {
      name: 'console',
      inputs: consoleInputs,
      outputs: ['server-plugin/console/dist/page/index.html', 'server-plugin/console/dist/page/files.txt'],
      build: () => {
        log('Building the console …');
        return runBuildScript('@lifeguard/console', signal);
      },
    },
    stampFolders,
  );
}
