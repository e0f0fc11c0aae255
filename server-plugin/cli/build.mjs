// Bundles the command into dist/lifeguard.mjs: one file that plain Node runs, with nothing to install beside it.
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const inThisFolder = (path) => fileURLToPath(new URL(path, import.meta.url));
const file = inThisFolder('dist/lifeguard.mjs');

const bundle = await rolldown({ input: inThisFolder('src/main.ts'), platform: 'node', cwd: inThisFolder('.') });
await bundle.write({ file, format: 'esm', codeSplitting: false, banner: '#!/usr/bin/env node' });
await chmod(file, 0o755);
