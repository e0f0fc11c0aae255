import { defineConfig } from 'vite';
import { listFiles } from './list-files.ts';

export default defineConfig({
  base: './',
  plugins: [listFiles()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2024',
    modulePreload: false,
    sourcemap: false,
    // The page's security policy takes no script and no style from inside of a file.
    assetsInlineLimit: 0,
  },
});
