// One ES5 script for the embedded engine: rolldown to an ES2022 IIFE, then swc to ES5, wrapped in one function, because swc's
// helpers are global functions that assign to themselves and a sealed scope refuses that.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));

const bundle = await rolldown({
  input: join(here, 'src/index.ts'),
  platform: 'neutral',
  transform: { target: 'es2022' },
});
const { output } = await bundle.generate({ format: 'iife', name: 'core', exports: 'named', codeSplitting: false });
await bundle.close();

const { code } = await transform(output[0].code, {
  isModule: false,
  swcrc: false,
  configFile: false,
  jsc: {
    target: 'es5',
    parser: { syntax: 'ecmascript' },
    externalHelpers: false,
    // Not iterableIsArray and not loose: both make iteration over Map and Set silently wrong.
    assumptions: { objectRestNoSymbols: true, setSpreadProperties: true, ignoreFunctionLength: true, noNewArrows: true },
  },
});
const script = `var core = (function () {\n${code}\nreturn core;\n})();\n`;

await mkdir(join(here, 'dist'), { recursive: true });
await writeFile(join(here, 'dist/core.js'), script);
await writeFile(join(here, 'dist/core.sha256'), createHash('sha256').update(script).digest('hex'));
