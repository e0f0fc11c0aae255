// One ES5 script for the embedded engine. Each part is bundled by rolldown to an ES2022 IIFE and by swc to ES5, and stands in a function of
// its own: swc's helpers are global functions that assign to themselves, which a sealed scope refuses, and a call runs only the part that
// has the operation.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));

async function buildPart(name) {
  const bundle = await rolldown({
    input: join(here, `src/parts/${name}.ts`),
    platform: 'neutral',
    transform: { target: 'es2022' },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'built', exports: 'named', codeSplitting: false });
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
  return `function () {\n${code}\nreturn built.part;\n}`;
}

const script = `var core = (function () {
var signIn = ${await buildPart('sign-in')};
var occasional = ${await buildPart('occasional')};
var sending = ${await buildPart('sending')};
function send(name, json, host) {
  return sending().call(name, json, host, send);
}
return {
  call: function (name, json, host) {
    var part = signIn();
    if (!part.knows(name)) part = occasional();
    return part.knows(name) ? part.call(name, json, host, send) : send(name, json, host);
  }
};
})();
`;

await mkdir(join(here, 'dist'), { recursive: true });
await writeFile(join(here, 'dist/core.js'), script);
await writeFile(join(here, 'dist/core.sha256'), createHash('sha256').update(script).digest('hex'));
