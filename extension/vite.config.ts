import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { copiedLocales } from './copied-locales.ts';
import { cleanBuild } from './clean-build.ts';
import { lateScripts } from './late-scripts.ts';
import { CHOOSER_PATH } from './src/chooser/chooser-path.ts';
import { BROWSERS, manifest } from './manifest.ts';

export default defineConfig(({ mode }) => {
  const browser = BROWSERS.find((known) => known === mode) ?? 'chrome';
  return {
    // Its own build is a third of what the bundler makes of its modules.
    resolve: { alias: { tldts: 'tldts/dist/index.esm.min.js' } },
    plugins: [crx({ manifest: manifest(browser), browser }), cleanBuild(), lateScripts(), copiedLocales()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      // No key of the manifest that the bundler follows names it.
      rollupOptions: { input: { chooser: CHOOSER_PATH } },
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'chrome' ? 'chrome148' : 'firefox142',
      modulePreload: {
        polyfill: false,
        // What a page loads comes at once, not file by file; a background has no document to ask for that.
        resolveDependencies: (_file, modules, { hostType }) =>
          hostType === 'html' ? modules : modules.filter((file) => file.endsWith('.css')),
      },
      sourcemap: false,
      assetsInlineLimit: 0,
    },
  };
});
