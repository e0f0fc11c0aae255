import type { SetUpOptions } from '../set-up-options.ts';
import { commonInputs, runBuildScript, stampFolders } from './package-script.ts';
import { buildIfChanged } from './stamp.ts';

export const coreInputs: readonly string[] = [...commonInputs, 'shared', 'server-plugin/core'];

/** Builds the script that runs inside Keycloak's JVM, unless nothing has changed. */
export async function buildCore({ log, signal }: SetUpOptions): Promise<void> {
  await buildIfChanged(
    {
      name: 'core',
      inputs: coreInputs,
      outputs: ['server-plugin/core/dist/core.js', 'server-plugin/core/dist/core.sha256'],
      build: () => {
        log('Building the core …');
        return runBuildScript('@lifeguard/core', signal);
      },
    },
    stampFolders,
  );
}
