import type { Plugin } from 'vite';

interface BuiltManifest {
  web_accessible_resources?: readonly { readonly resources: readonly string[] }[] | undefined;
}

/**
 * Scripts injected by `scripting.executeScript` need no `web_accessible_resources`, by which any page could detect the
 * extension, and the bundler leaves a second copy of each `*.iife.ts` script that nothing loads. This removes both.
 */
export function cleanBuild(): Plugin {
  return {
    name: 'clean-build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk' && file.facadeModuleId?.endsWith('.iife.ts')) delete bundle[name];
        }
        const file = bundle['manifest.json'];
        if (file?.type !== 'asset') return;
        const manifest = JSON.parse(String(file.source)) as BuiltManifest;
        manifest.web_accessible_resources = manifest.web_accessible_resources?.filter(
          ({ resources }) => !resources.every((path) => path.endsWith('.iife.js')),
        );
        file.source = `${JSON.stringify(manifest, undefined, 2)}\n`;
      },
    },
  };
}
