// One ES5 script for the embedded engine: bundled by rolldown to an ES2022 IIFE, and by swc to ES5.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));

// What swc has for spreads: the one replaces itself when it is first called, when the engine has frozen it; the other copies descriptors,
// which takes many times as long and says the same of plain members.
const HELPERS = {
  _extends: 'Object.assign.apply(Object, arguments)',
  _object_spread_props: 'Object.assign(target, source)',
};

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
let script = code;
for (const [name, value] of Object.entries(HELPERS)) {
  const helper = new RegExp(`^function ${name}\\((.*)\\) \\{\\n[\\s\\S]*?^\\}$`, 'm');
  if (!helper.test(script)) throw new Error(`swc has no helper ${name} any more`);
  script = script.replace(helper, `function ${name}($1) {\n    return ${value};\n}`);
}

await mkdir(join(here, 'dist'), { recursive: true });
await writeFile(join(here, 'dist/core.js'), script);
await writeFile(join(here, 'dist/core.sha256'), createHash('sha256').update(script).digest('hex'));
