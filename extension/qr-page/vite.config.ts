import { defineConfig } from 'vite';

/** A page in which `npm run score -- qr` reads pictures by the extension's own code. It is no part of the extension. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: '../dist/qr-page', emptyOutDir: true, target: 'chrome148', modulePreload: false },
});
