import { join } from 'node:path';
import { projectRoot } from '../project.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { commonInputs, runBuildScript, stampFolders } from './package-script.ts';
import { buildIfChanged } from './stamp.ts';

/** The folders that the browsers load. */
export interface ExtensionBuilds {
  readonly chromium: string;
  readonly firefox: string;
}

const CHROMIUM = 'extension/dist/chrome';
const FIREFOX = 'extension/dist/firefox';

/** Builds the extension for Chromium and for Firefox, unless nothing has changed. */
export async function buildExtension({ log, signal }: SetUpOptions): Promise<ExtensionBuilds> {
  await buildIfChanged(
    {
      name: 'extension',
      inputs: [...commonInputs, 'shared', 'extension'],
      outputs: [CHROMIUM, FIREFOX],
      build: () => {
        log('Building the extension …');
        return runBuildScript('@lifeguard/extension', signal);
      },
    },
    stampFolders,
  );
  return { chromium: join(projectRoot, CHROMIUM), firefox: join(projectRoot, FIREFOX) };
}
