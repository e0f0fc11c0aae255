import type { Plugin } from 'vite';

interface BuiltManifest {
  web_accessible_resources?: readonly { readonly resources: readonly string[] }[];
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
        const exposed = manifest.web_accessible_resources?.flatMap(({ resources }) => resources) ?? [];
        if (exposed.every((path) => path.endsWith('.iife.js'))) delete manifest.web_accessible_resources;
        file.source = `${JSON.stringify(manifest, undefined, 2)}\n`;
      },
    },
  };
}
