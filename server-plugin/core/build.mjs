// One ES5 script for the embedded engine: bundled by rolldown to an ES2022 IIFE, and by swc to ES5.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));

// What swc has for a spread replaces itself when it is first called; the engine freezes all functions before that.
const SELF_REPLACING = /function _extends\(\) \{\n\s+_extends = [\s\S]+?return _extends\.apply\(this, arguments\);\n\s*\}/;
const PLAIN = 'function _extends() { return Object.assign.apply(Object, arguments); }';

const bundle = await rolldown({
  input: join(here, 'src/core.ts'),
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
    assumptions: {
      objectRestNoSymbols: true,
      setSpreadProperties: true,
      ignoreFunctionLength: true,
      noNewArrows: true,
    },
  },
});
const script = code.replace(SELF_REPLACING, PLAIN);

await mkdir(join(here, 'dist'), { recursive: true });
await writeFile(join(here, 'dist/core.js'), script);
await writeFile(join(here, 'dist/core.sha256'), createHash('sha256').update(script).digest('hex'));
