import type { Plugin } from 'vite';

/** Writes the names of all files that the build makes into `files.txt`: the server hands out these and no others. */
export function listFiles(): Plugin {
  return {
    name: 'list-files',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const names = Object.keys(bundle).toSorted();
        this.emitFile({ type: 'asset', fileName: 'files.txt', source: names.map((name) => `${name}\n`).join('') });
      },
    },
  };
}
