import { join } from 'node:path';
import { projectRoot } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { commonInputs, runBuildScript, stampFolders } from './package-script.ts';
import { buildIfChanged } from './stamp.ts';

const OUTPUT = 'server-plugin/cli/dist/lifeguard.mjs';

/**
 * Builds the operator's command, unless nothing has changed.
 * @returns the path of the script
 */
export async function buildCli({ log, signal }: SetUpOptions): Promise<string> {
  await buildIfChanged(
    {
      name: 'cli',
      inputs: [...commonInputs, 'shared', 'server-plugin/cli'],
      outputs: [OUTPUT],
      build: () => {
        log('Building the operator command …');
        return runBuildScript('@lifeguard/cli', signal);
      },
    },
    stampFolders,
  );
  return join(projectRoot, OUTPUT);
}
